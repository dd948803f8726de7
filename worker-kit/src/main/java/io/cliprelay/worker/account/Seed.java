package io.cliprelay.worker.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The secrets that configuration gives for an account. They never show.
 *
 * @param accessExpiresAt empty where nobody knows
 */
public record Seed(Optional<String> refreshToken, Optional<String> accessToken, Optional<Instant> accessExpiresAt) {

    public Seed {
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(accessExpiresAt, "accessExpiresAt");
    }

    /** Tells this seed from another one without keeping it. */
    String digest() {
        String both = refreshToken.orElse("") + "\n" + accessToken.orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Seed[hidden]";
    }
}
