package io.cliprelay.worker.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.worker.spi.AccessToken;

/**
 * What a platform granted. Its secrets never show.
 *
 * @param expiresAt the end of the access token's life
 * @param newRefreshToken the refresh token from now on; empty where the old one stays
 * @param refreshExpiresAt when the refresh token ends; empty where the platform does not say
 */
public record Grant(
        AccessToken accessToken,
        Instant expiresAt,
        Optional<String> newRefreshToken,
        Optional<Instant> refreshExpiresAt) {

    public Grant {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(newRefreshToken, "newRefreshToken");
        Objects.requireNonNull(refreshExpiresAt, "refreshExpiresAt");
    }

    @Override
    public String toString() {
        return "Grant[until " + expiresAt + "]";
    }
}
