package io.cliprelay.sandbox.linkedin;

import java.util.HexFormat;

import io.cliprelay.sandbox.media.Digests;

/** Digests. */
final class Sha256 {

    private Sha256() {}

    /** Of these bytes, hex. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
    }
}
