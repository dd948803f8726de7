package io.cliprelay.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a key is known: enough for a secret that is random, and too long to be guessed. */
public final class Sha256 {

    private Sha256() {}

    /** The hash of {@code text} in lower-case hexadecimal. */
    public static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException cannotHappen) {
            throw new IllegalStateException("Every JDK has SHA-256", cannotHappen);
        }
    }
}
