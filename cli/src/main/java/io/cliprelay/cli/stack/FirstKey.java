package io.cliprelay.cli.stack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The API key that a stack's own gateway takes: made once, for the tenant {@code default}. The gateway gets its hash. */
record FirstKey(Path file) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 40;

    void create() {
        new SecretFile(file).create(FirstKey::random);
    }

    /** The key; empty where the stack was never started. */
    Optional<String> text() {
        return new SecretFile(file).read();
    }

    /** What the gateway has to be told. */
    Map<String, String> variables() {
        return text().map(key -> Map.of(
                        "CLIPRELAY_ACCESS_KEYS_LOCAL_SHA256",
                        sha256(key),
                        "CLIPRELAY_ACCESS_KEYS_LOCAL_TENANT",
                        "default"))
                .orElse(Map.of());
    }

    private static String random() {
        return "crk_live_"
                + new SecureRandom()
                        .ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                        .collect(Collectors.joining());
    }

    private static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException cannotHappen) {
            throw new IllegalStateException("Every JDK has SHA-256", cannotHappen);
        }
    }
}
