package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.AccessToken;

/** Access tokens by refresh grant (RFC 6749, section 6), kept until shortly before they expire. Thread-safe. */
@ApplicationScoped
public class AccessTokens {

    /** For an answer that does not say how long its token lives. */
    private static final Duration SHORT_LIFE = Duration.ofMinutes(5);

    /** An endpoint that takes the question and never answers must not hold an account's uploads for ever. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final OidcClient client;
    private final InstantSource clock;
    private final Map<UUID, CachedToken> tokens = new ConcurrentHashMap<>();

    AccessTokens(OidcClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** A token that opens {@code account} for at least a little while. Fails as the token endpoint's answer says. */
    public Uni<AccessToken> of(ConnectedAccount account) {
        return cached(account).token();
    }

    /** The platform did not take the token: the next one asked for is a new one. */
    public void forget(ConnectedAccount account) {
        cached(account).forget();
    }

    private CachedToken cached(ConnectedAccount account) {
        return tokens.computeIfAbsent(account.id(), id -> new CachedToken(clock, fetch(account)));
    }

    private Uni<CachedToken.Grant> fetch(ConnectedAccount account) {
        return Uni.createFrom()
                .deferred(() -> client.refreshTokens(account.refreshToken()))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(this::grant)
                .onFailure()
                .transform(failure -> TokenRefusal.of(account, failure));
    }

    private CachedToken.Grant grant(Tokens granted) {
        Instant expires = granted.getAccessTokenExpiresAt() == null
                ? clock.instant().plus(SHORT_LIFE)
                : Instant.ofEpochSecond(granted.getAccessTokenExpiresAt());
        return new CachedToken.Grant(new AccessToken(granted.getAccessToken()), expires);
    }
}
