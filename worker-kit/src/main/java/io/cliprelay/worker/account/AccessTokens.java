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

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.UploadException;

/**
 * Access tokens by refresh grant (RFC 6749, section 6), kept until shortly before they expire. Who asks while a token
 * is being fetched gets the same one: an account has one refresher at a time in a process.
 */
@ApplicationScoped
public class AccessTokens {

    /** A token that expires during a long call is no harm: the next call, an offset query, gets a new one. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final OidcClient client;
    private final InstantSource clock;
    private final Map<UUID, Uni<Grant>> grants = new ConcurrentHashMap<>();

    AccessTokens(OidcClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    private record Grant(AccessToken token, Instant expires) {}

    /** A token that opens {@code account} for at least a little while. */
    public Uni<AccessToken> of(ConnectedAccount account) {
        return Uni.createFrom()
                .deferred(() -> grants.computeIfAbsent(account.id(), id -> fetchOnce(account)))
                .chain(grant -> usable(grant) ? Uni.createFrom().item(grant) : fetchAgain(account))
                .map(Grant::token);
    }

    /** The platform did not take the token: the next one is fetched. */
    public void forget(ConnectedAccount account) {
        grants.remove(account.id());
    }

    private Uni<Grant> fetchAgain(ConnectedAccount account) {
        forget(account);
        return grants.computeIfAbsent(account.id(), id -> fetchOnce(account));
    }

    private Uni<Grant> fetchOnce(ConnectedAccount account) {
        return client.refreshTokens(account.refreshToken())
                .map(this::grant)
                .onFailure()
                .transform(failure -> TokenRefusals.of(account, failure))
                .onFailure()
                .invoke(() -> forget(account))
                .memoize()
                .indefinitely();
    }

    private Grant grant(Tokens tokens) {
        Instant expires = tokens.getAccessTokenExpiresAt() == null
                ? clock.instant().plus(MARGIN.multipliedBy(2))
                : Instant.ofEpochSecond(tokens.getAccessTokenExpiresAt());
        return new Grant(new AccessToken(tokens.getAccessToken()), expires);
    }

    private boolean usable(Grant grant) {
        return clock.instant().plus(MARGIN).isBefore(grant.expires());
    }

    /** What a failed refresh means. */
    private static final class TokenRefusals {

        static UploadException of(ConnectedAccount account, Throwable failure) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("invalid_grant")) {
                return refused(
                        "invalid_grant",
                        "The consent for account %s has expired or was revoked".formatted(account.name()),
                        "Connect the account again, then submit the clip again.");
            }
            if (message.contains("invalid_client") || message.contains("unauthorized_client")) {
                return refused(
                        "invalid_client",
                        "The platform does not know this installation's client",
                        "The operator has to check the client id and secret of the worker.");
            }
            return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                    "token.unavailable",
                    "No access token for account %s could be fetched".formatted(account.name()),
                    "It is tried again.")));
        }

        private static UploadException refused(String code, String message, String fix) {
            return UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(code, message, fix)));
        }
    }
}
