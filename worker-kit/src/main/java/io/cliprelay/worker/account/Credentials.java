package io.cliprelay.worker.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.worker.spi.AccessToken;

/**
 * What opens an account at this moment. Its secrets never show.
 *
 * @param accessExpiresAt empty where nobody knows
 * @param obtainedAt when the present tokens were granted, or first seen
 */
public record Credentials(
        ConnectedAccount account,
        Optional<String> refreshToken,
        Optional<Instant> refreshExpiresAt,
        Optional<AccessToken> accessToken,
        Optional<Instant> accessExpiresAt,
        Instant obtainedAt) {

    public Credentials {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(refreshExpiresAt, "refreshExpiresAt");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(accessExpiresAt, "accessExpiresAt");
        Objects.requireNonNull(obtainedAt, "obtainedAt");
    }

    @Override
    public String toString() {
        return "Credentials[of " + account.name() + "]";
    }
}
