package io.cliprelay.sandbox.linkedin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Of these bytes, hex. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(begin().digest(bytes));
    }
}
