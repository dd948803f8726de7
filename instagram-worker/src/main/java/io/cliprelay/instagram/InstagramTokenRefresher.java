package io.cliprelay.instagram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.TokenAnswer;
import io.cliprelay.worker.account.AppSecret;
import io.cliprelay.worker.account.Credentials;
import io.cliprelay.worker.account.Grant;
import io.cliprelay.worker.account.TokenRefresher;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.UploadException;

/**
 * There are no refresh tokens: a long-lived access token, while it lives, is exchanged for a new one
 * (developers.facebook.com/docs/instagram-platform/reference/refresh_access_token and
 * /docs/facebook-login/guides/access-tokens/get-long-lived). Once it has ended, its owner has to consent again.
 */
@ApplicationScoped
public class InstagramTokenRefresher implements TokenRefresher {

    /** A younger token is not exchanged. */
    private static final Duration YOUNGEST = Duration.ofHours(24);

    /** What the platform gives, for an answer that does not say. */
    private static final Duration LIFE = Duration.ofDays(60);

    private final GraphApi api;
    private final InstagramConfig config;
    private final AppSecret secret;
    private final InstantSource clock;

    InstagramTokenRefresher(@RestClient GraphApi api, InstagramConfig config, AppSecret secret, InstantSource clock) {
        this.api = api;
        this.config = config;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public Uni<Grant> refresh(Credentials held) {
        return held.accessToken()
                .map(token -> Calls.answeredSoon(exchange(held, token)))
                .orElseGet(() -> Uni.createFrom().failure(noToken(held)))
                .map(answer -> GraphAnswer.of(answer, clock.instant()).as(TokenAnswer.class))
                .map(this::grant);
    }

    private Uni<RestResponse<String>> exchange(Credentials held, AccessToken token) {
        Optional<String> name = Optional.ofNullable(held.account().attributes().get(Login.ATTRIBUTE));
        return switch (Login.of(name).orElse(Login.FACEBOOK)) {
            case INSTAGRAM ->
                api.token(
                        config.instagramUrl() + "/refresh_access_token",
                        "ig_refresh_token",
                        token.value(),
                        null,
                        null,
                        null);
            case FACEBOOK ->
                api.token(
                        config.facebookUrl() + "/" + config.apiVersion() + "/oauth/access_token",
                        "fb_exchange_token",
                        null,
                        config.clientId(),
                        secret.current(),
                        token.value());
        };
    }

    private Grant grant(TokenAnswer answer) {
        if (answer.accessToken() == null) {
            throw UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                    "instagram.no-token", "Instagram gave no token for a token", "Nothing to do: it is tried again.")));
        }
        Duration life = answer.expiresIn() == null ? LIFE : Duration.ofSeconds(answer.expiresIn());
        return new Grant(
                new AccessToken(answer.accessToken()), clock.instant().plus(life), Optional.empty(), Optional.empty());
    }

    /** Long before its end, for there is no way back after it; tokens of Pages have none. */
    @Override
    public Instant dueAt(Credentials held) {
        Instant oldEnough = held.obtainedAt().plus(YOUNGEST);
        return held.accessExpiresAt()
                .map(end -> end.minus(config.refreshAhead()))
                .map(due -> due.isBefore(oldEnough) ? oldEnough : due)
                .orElse(Instant.MAX);
    }

    private static UploadException noToken(Credentials held) {
        return UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(
                "token.expired",
                "There is no access token for account " + held.account().name(),
                "Connect the account again, then submit the clip again.")));
    }
}
