package io.cliprelay.sandbox.tiktok;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One consent and the refresh tokens that follow one another under it, of which only the newest lives. Each token is
 * derived from the first, so that a client that kept a newer one is still served when the sandbox has been restarted.
 *
 * @param id names it within its tokens
 * @param first the refresh token that it began with
 * @param generation how many times it was refreshed
 * @param expiresAt when the newest token dies
 */
record Lineage(
        String id,
        String creator,
        String clientKey,
        Set<String> scopes,
        String first,
        long generation,
        Instant expiresAt) {

    private static final String PREFIX = "rft.";

    Lineage {
        scopes = Set.copyOf(scopes);
    }

    String refreshToken() {
        return tokenOf(generation);
    }

    /** With one more refresh, so that all tokens before are dead. */
    Lineage refreshed(long from, Instant newExpiry) {
        return new Lineage(id, creator, clientKey, scopes, first, from + 1, newExpiry);
    }

    /** Which generation a token is of; empty if it is not of this lineage or dead. */
    OptionalLong living(String token) {
        if (token.equals(first)) {
            return generation == 0 ? OptionalLong.of(0) : OptionalLong.empty();
        }
        long claimed = claimedGeneration(token);
        return claimed > 0 && claimed >= generation && token.equals(tokenOf(claimed))
                ? OptionalLong.of(claimed)
                : OptionalLong.empty();
    }

    private long claimedGeneration(String token) {
        String start = PREFIX + id + "!";
        int end = token.indexOf('.', start.length());
        if (!token.startsWith(start) || end < 0) {
            return -1;
        }
        String number = token.substring(start.length(), end);
        return number.matches("\\d{1,9}") ? Long.parseLong(number) : -1;
    }

    private String tokenOf(long number) {
        return number == 0 ? first : PREFIX + id + "!" + number + "." + seal(number);
    }

    private String seal(long number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(first.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sealed = mac.doFinal((id + number).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Lineage[" + creator + ", generation=" + generation + "]";
    }
}
