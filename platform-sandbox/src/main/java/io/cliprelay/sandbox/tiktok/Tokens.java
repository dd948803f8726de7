package io.cliprelay.sandbox.tiktok;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** TikTok's tokens: every refresh gives a new refresh token and kills the one before at once. Safe for all threads. */
@Singleton
final class Tokens {

    private static final int PRUNE_ABOVE = 10_000;

    private final Map<String, Lineage> lineages = new HashMap<>();
    private final Map<String, Access> accesses = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** What an access token opens. */
    record Access(String lineage, String creator, Set<String> scopes, Instant expiresAt) {}

    /** A new pair. */
    record Issued(String access, Lineage lineage, Duration accessLifetime, Duration refreshLifetime) {
        /** Without the tokens. */
        @Override
        public String toString() {
            return "Issued[" + lineage.creator() + "]";
        }
    }

    /** Scopes of a list separated by commas. */
    static Set<String> scopes(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void forget() {
        lineages.clear();
        accesses.clear();
    }

    /** Consent that was given, with the first refresh token of it. */
    synchronized Lineage begin(String id, Consent consent, String first, Duration lifetime) {
        Instant expiry = clock.instant().plus(lifetime);
        var lineage = new Lineage(id, consent.creator(), consent.clientKey(), consent.scopes(), first, 0, expiry);
        lineages.put(id, lineage);
        return lineage;
    }

    /** The first pair of a lineage. */
    synchronized Issued issue(Lineage lineage, TikTokSettings settings) {
        return new Issued(
                access(lineage, settings.accessTokenLifetime()),
                lineage,
                settings.accessTokenLifetime(),
                settings.refreshTokenLifetime());
    }

    /** A new pair for a refresh token, which is dead then; empty if it was dead, or another client's. */
    synchronized Optional<Issued> refresh(String refreshToken, String clientKey, TikTokSettings settings) {
        Instant now = clock.instant();
        for (Lineage lineage : lineages.values()) {
            OptionalLong generation = lineage.living(refreshToken);
            if (generation.isPresent()) {
                return Optional.of(lineage)
                        .filter(found -> found.clientKey().equals(clientKey) && now.isBefore(found.expiresAt()))
                        .map(found ->
                                found.refreshed(generation.getAsLong(), now.plus(settings.refreshTokenLifetime())))
                        .map(newer -> replaced(newer, settings));
            }
        }
        return Optional.empty();
    }

    private Issued replaced(Lineage newer, TikTokSettings settings) {
        lineages.put(newer.id(), newer);
        return issue(newer, settings);
    }

    private String access(Lineage lineage, Duration lifetime) {
        Instant now = clock.instant();
        if (accesses.size() > PRUNE_ABOVE) {
            accesses.values().removeIf(access -> !now.isBefore(access.expiresAt()));
        }
        String token = "act." + randomText(36) + "!4526.va";
        accesses.put(token, new Access(lineage.id(), lineage.creator(), lineage.scopes(), now.plus(lifetime)));
        return token;
    }

    /** What the value of an {@code Authorization} header opens; empty if it is absent, unknown, expired or revoked. */
    synchronized Optional<Access> authenticate(String authorization) {
        return bearer(authorization).map(accesses::get).filter(access -> clock.instant()
                .isBefore(access.expiresAt()));
    }

    synchronized void revokeAccess(String authorization) {
        bearer(authorization).ifPresent(accesses::remove);
    }

    /** Ends the consent behind an access token or a living refresh token; false if there is none. */
    synchronized boolean revoke(String token) {
        Optional<String> lineage = Optional.ofNullable(accesses.get(token))
                .map(Access::lineage)
                .or(() -> lineages.values().stream()
                        .filter(found -> found.living(token).isPresent())
                        .map(Lineage::id)
                        .findFirst());
        lineage.ifPresent(dead -> {
            lineages.remove(dead);
            accesses.values().removeIf(access -> access.lineage().equals(dead));
        });
        return lineage.isPresent();
    }

    synchronized String randomText(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** A number in the range of today's ids: 64 bits, and more than a double can tell apart. */
    synchronized long randomId() {
        return random.nextLong(7_300_000_000_000_000_000L, 7_600_000_000_000_000_000L);
    }

    /** The token in the value of an {@code Authorization} header. */
    static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }
}
