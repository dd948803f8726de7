package io.cliprelay.sandbox.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The refresh and access tokens of one platform, alive and revoked; safe for all threads.
 *
 * @param <G> what a refresh token stands for
 */
public final class TokenBook<G> {

    private static final int PRUNE_ABOVE = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, G> grants = new ConcurrentHashMap<>();
    private final Map<String, Access<G>> accesses = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Access<G>(String refreshToken, G grant, Instant expiresAt) {}

    public TokenBook(Clock clock) {
        this.clock = clock;
    }

    /** A text of so many random bytes, fit for URLs. */
    public static String randomText(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    public void forget() {
        grants.clear();
        accesses.clear();
    }

    public void grant(String refreshToken, G grant) {
        grants.put(refreshToken, grant);
    }

    public Optional<G> findGrant(String refreshToken) {
        return Optional.ofNullable(grants.get(refreshToken));
    }

    /** A new access token of a refresh token that is known; older ones stay alive. */
    public String issueAccess(String refreshToken, String prefix, Duration lifetime) {
        Instant now = clock.instant();
        if (accesses.size() > PRUNE_ABOVE) {
            accesses.values().removeIf(access -> !now.isBefore(access.expiresAt()));
        }
        String token = prefix + randomText(48);
        accesses.put(token, new Access<>(refreshToken, grants.get(refreshToken), now.plus(lifetime)));
        return token;
    }

    /** The grant behind the value of an {@code Authorization} header; empty if absent, unknown, expired or revoked. */
    public Optional<G> authenticate(String authorization) {
        return bearer(authorization)
                .map(accesses::get)
                .filter(access -> clock.instant().isBefore(access.expiresAt()))
                .map(Access::grant);
    }

    public void revokeAccess(String authorization) {
        bearer(authorization).ifPresent(accesses::remove);
    }

    /** Kills a refresh token with all its access tokens, or one access token with its refresh token; false if unknown. */
    public boolean revoke(String token) {
        Optional<String> refreshToken = Optional.ofNullable(accesses.get(token))
                .map(Access::refreshToken)
                .or(() -> Optional.of(token).filter(grants::containsKey));
        refreshToken.ifPresent(dead -> {
            grants.remove(dead);
            accesses.values().removeIf(access -> access.refreshToken().equals(dead));
        });
        return refreshToken.isPresent();
    }

    /** The token in the value of an {@code Authorization} header; empty if there is none of this scheme. */
    public static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }
}
