package io.cliprelay.sandbox.tiktok;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A consent that waits, as a code, to be redeemed.
 *
 * @param challenge the lower-case hexadecimal SHA-256 of the verifier, which is not RFC 7636's form
 */
record Consent(
        String clientKey,
        String redirectUri,
        String creator,
        Set<String> scopes,
        Optional<String> challenge,
        Instant expiresAt) {

    boolean isProvedBy(String verifier) {
        return challenge
                .map(expected -> verifier != null && expected.equals(hashOf(verifier)))
                .orElse(true);
    }

    private static String hashOf(String verifier) {
        try {
            byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ascii));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
