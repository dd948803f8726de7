package io.cliprelay.sandbox.youtube;

import java.security.MessageDigest;
import java.util.HexFormat;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.media.Digests;

/** What is to be known of an image without keeping it. */
final class ImageDigest {

    private final MessageDigest digest = Digests.sha256();
    private final Buffer head = Buffer.buffer();
    private long bytes;

    void add(Buffer part) {
        if (head.length() < 8) {
            head.appendBuffer(part, 0, Math.min(part.length(), 8));
        }
        digest.update(part.getBytes());
        bytes += part.length();
    }

    long bytes() {
        return bytes;
    }

    /** By its first bytes: JPEG or PNG. */
    boolean isImage() {
        String start = HexFormat.of().formatHex(head.getBytes());
        return start.startsWith("ffd8ff") || start.startsWith("89504e470d0a1a0a");
    }

    /** To be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
