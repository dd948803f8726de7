package io.cliprelay.sandbox.linkedin;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import io.cliprelay.sandbox.media.Digests;

/**
 * The digest of a whole file whose parts come in any order: bytes are kept only until all before them have come. Guarded
 * by its video.
 */
final class InOrder {

    private final MessageDigest digest = Digests.sha256();
    private final Map<Integer, byte[]> early = new TreeMap<>();
    private int next;

    /** A part came for the first time. */
    void add(int number, byte[] bytes) {
        early.put(number, bytes);
        while (early.containsKey(next)) {
            digest.update(early.remove(next));
            next++;
        }
    }

    /** Of the whole file, hex; to be asked once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
