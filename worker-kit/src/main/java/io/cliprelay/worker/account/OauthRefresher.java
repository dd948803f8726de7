package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.AccessToken;

/**
 * The refresh grant (RFC 6749, section 6) at the token endpoint of {@code quarkus.oidc-client}. Understands errors in an
 * answer of status 200, and says of an account without refresh token that its owner has to consent anew.
 */
public final class OauthRefresher implements TokenRefresher {

    /** For an answer that does not say how long its token lives. */
    private static final Duration SHORT_LIFE = Duration.ofMinutes(5);

    private final OidcClient client;
    private final InstantSource clock;
    private final Map<String, String> form;

    /**
     * @param form what the platform wants in the form beyond the standard, such as TikTok's {@code client_key}
     */
    public OauthRefresher(OidcClient client, InstantSource clock, Map<String, String> form) {
        this.client = client;
        this.clock = clock;
        this.form = Map.copyOf(form);
    }

    @Override
    public Uni<Grant> refresh(Credentials held) {
        return held.refreshToken().map(token -> refresh(held.account(), token)).orElseGet(() -> Uni.createFrom()
                .failure(TokenRefusal.expired(held.account())));
    }

    private Uni<Grant> refresh(ConnectedAccount account, String refreshToken) {
        return client.refreshTokens(refreshToken, form)
                .onFailure()
                .transform(failure -> TokenRefusal.of(account, failure))
                .map(tokens -> grant(account, tokens));
    }

    private Grant grant(ConnectedAccount account, Tokens answer) {
        if (answer.getAccessToken() == null) {
            throw TokenRefusal.of(account, new IllegalStateException(answer.get("error")));
        }
        return new Grant(
                new AccessToken(answer.getAccessToken()),
                accessEnd(answer),
                Optional.ofNullable(answer.getRefreshToken()),
                refreshEnd(answer));
    }

    private Instant accessEnd(Tokens answer) {
        return end(answer, "expires_in").orElseGet(() -> clock.instant().plus(SHORT_LIFE));
    }

    /** Not standard: TikTok and LinkedIn have a name of their own for it. */
    private Optional<Instant> refreshEnd(Tokens answer) {
        return end(answer, "refresh_expires_in").or(() -> end(answer, "refresh_token_expires_in"));
    }

    private Optional<Instant> end(Tokens answer, String field) {
        return Optional.ofNullable(answer.get(field))
                .filter(seconds -> seconds.matches("\\d{1,10}"))
                .map(seconds -> clock.instant().plusSeconds(Long.parseLong(seconds)));
    }
}
