package io.cliprelay.sandbox.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.SandboxConfig;

/** Refresh and access tokens, alive and revoked; safe for all threads. */
@Singleton
public class Tokens {

    private static final String SCOPE_PREFIX = "https://www.googleapis.com/auth/";
    private static final int PRUNE_ABOVE = 10_000;

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Access> accesses = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final SandboxConfig config;
    private final Channels channels;
    private final LiveSettings settings;
    private final Clock clock;

    private record Access(Grant grant, Instant expiresAt) {}

    Tokens(SandboxConfig config, Channels channels, LiveSettings settings, Clock clock) {
        this.config = config;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
        reset();
    }

    /** Only what the configuration seeds is left; all access tokens die. */
    public final void reset() {
        grants.clear();
        accesses.clear();
        String client = config.clients().keySet().iterator().next();
        config.channels().forEach((name, channel) -> {
            var scopes = scopes(channel.scopes());
            grant(new Grant(channel.refreshToken(), client, channels.find(name).orElseThrow(), scopes));
        });
    }

    /** Full scope URLs of a space-separated list; short names get Google's prefix. */
    public static Set<String> scopes(String list) {
        return Stream.of(list.trim().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .map(scope -> scope.contains(":") ? scope : SCOPE_PREFIX + scope)
                .collect(Collectors.toUnmodifiableSet());
    }

    public final void grant(Grant grant) {
        grants.put(grant.refreshToken(), grant);
    }

    public Optional<Grant> findGrant(String refreshToken) {
        return Optional.ofNullable(grants.get(refreshToken));
    }

    /** A new access token; older ones of the grant stay alive. */
    public String issueAccess(Grant grant) {
        Instant now = clock.instant();
        if (accesses.size() > PRUNE_ABOVE) {
            accesses.values().removeIf(access -> !now.isBefore(access.expiresAt()));
        }
        String token = "ya29." + randomText(48);
        accesses.put(token, new Access(grant, now.plus(settings.current().accessTokenLifetime())));
        return token;
    }

    /** The grant behind the value of an {@code Authorization} header; empty if it is absent, unknown, expired or revoked. */
    public Optional<Grant> authenticate(String authorization) {
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
        Optional<Grant> grant = findGrant(token)
                .or(() -> Optional.ofNullable(accesses.get(token)).map(Access::grant));
        grant.ifPresent(dead -> {
            grants.remove(dead.refreshToken());
            accesses.values().removeIf(access -> access.grant().equals(dead));
        });
        return grant.isPresent();
    }

    public String randomText(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }
}
