package io.cliprelay.sandbox.linkedin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

/**
 * Access tokens and the refresh tokens that only partners' apps have; these stay the same when used, and live from the
 * consent on. Safe for all threads.
 */
@Singleton
class Tokens {

    private static final Duration SEED_LIFETIME = Duration.ofDays(60);
    private static final Duration SEED_REFRESH_LIFETIME = Duration.ofDays(365);
    private static final int PRUNE_ABOVE = 10_000;

    private final Map<String, Access> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** What an access token opens; {@code fresh} until other servers have heard of it. */
    record Access(String member, Instant createdAt, Instant usableAt, Instant expiresAt, boolean revoked) {
        Access revokedNow() {
            return new Access(member, createdAt, usableAt, expiresAt, true);
        }
    }

    /** What a refresh token stands for. */
    record Refresh(String member, String client, Instant expiresAt) {}

    synchronized void forget() {
        accesses.clear();
        refreshes.clear();
    }

    synchronized void seedAccess(String token, String member) {
        Instant now = clock.instant();
        accesses.put(token, new Access(member, now, now, now.plus(SEED_LIFETIME), false));
    }

    synchronized void seedRefresh(String token, String member, String client) {
        refreshes.put(token, new Refresh(member, client, clock.instant().plus(SEED_REFRESH_LIFETIME)));
    }

    synchronized String issueAccess(String member, LinkedInSettings settings) {
        Instant now = clock.instant();
        if (accesses.size() > PRUNE_ABOVE) {
            accesses.values().removeIf(access -> !now.isBefore(access.expiresAt()));
        }
        String token = "AQX" + randomText(300);
        accesses.put(
                token,
                new Access(
                        member,
                        now,
                        now.plus(settings.freshTokenDelay()),
                        now.plus(settings.accessTokenLifetime()),
                        false));
        return token;
    }

    synchronized String issueRefresh(String member, String client, LinkedInSettings settings) {
        String token = "AQW" + randomText(300);
        refreshes.put(token, new Refresh(member, client, clock.instant().plus(settings.refreshTokenLifetime())));
        return token;
    }

    synchronized Optional<Refresh> findRefresh(String token) {
        return Optional.ofNullable(refreshes.get(token))
                .filter(refresh -> clock.instant().isBefore(refresh.expiresAt()));
    }

    synchronized Optional<Access> findAccess(String token) {
        return Optional.ofNullable(accesses.get(token));
    }

    /** The member in whose name a header speaks; empty unless its token is alive. */
    Optional<String> memberOf(String authorization) {
        try {
            return Optional.of(authenticate(authorization).member());
        } catch (RestRefusal refused) {
            return Optional.empty();
        }
    }

    /**
     * What the value of an {@code Authorization} header opens.
     *
     * @throws RestRefusal 401, in one of its four ways
     */
    synchronized Access authenticate(String authorization) {
        String token = bearer(authorization).orElseThrow(() -> RestRefusal.of("EMPTY_ACCESS_TOKEN"));
        Access access = findAccess(token).orElseThrow(() -> RestRefusal.of("INVALID_ACCESS_TOKEN"));
        Instant now = clock.instant();
        if (access.revoked() || now.isBefore(access.usableAt())) {
            throw RestRefusal.of("REVOKED_ACCESS_TOKEN");
        }
        if (!now.isBefore(access.expiresAt())) {
            throw RestRefusal.of("EXPIRED_ACCESS_TOKEN");
        }
        return access;
    }

    synchronized void revokeAccess(String token) {
        accesses.computeIfPresent(token, (known, access) -> access.revokedNow());
    }

    /** Ends the consent of the member behind a token of either kind. */
    synchronized void revokeConsent(String token) {
        Optional.ofNullable(accesses.get(token))
                .map(Access::member)
                .or(() -> Optional.ofNullable(refreshes.get(token)).map(Refresh::member))
                .ifPresent(member -> {
                    refreshes.values().removeIf(refresh -> refresh.member().equals(member));
                    accesses.replaceAll(
                            (known, access) -> access.member().equals(member) ? access.revokedNow() : access);
                });
    }

    synchronized String randomText(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** The number of a new post: its upper 42 bits are the time, as in the real ones. */
    synchronized long postNumber() {
        return clock.millis() << 22 | random.nextInt(1 << 22);
    }

    /** The token in the value of an {@code Authorization} header. */
    static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim())
                .filter(token -> !token.isEmpty());
    }
}
