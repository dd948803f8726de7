package io.cliprelay.worker.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.worker.spi.AccessToken;

/**
 * What is sealed in the table. It never shows.
 *
 * @param seed the digest of the seed that it comes from
 */
record Secrets(
        String seed,
        Optional<String> refreshToken,
        Optional<Instant> refreshExpiresAt,
        Optional<String> accessToken,
        Optional<Instant> accessExpiresAt,
        Instant obtainedAt) {

    Secrets {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(refreshExpiresAt, "refreshExpiresAt");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(accessExpiresAt, "accessExpiresAt");
        Objects.requireNonNull(obtainedAt, "obtainedAt");
    }

    static Secrets of(Seed seed, Instant now) {
        return new Secrets(
                seed.digest(), seed.refreshToken(), Optional.empty(), seed.accessToken(), seed.accessExpiresAt(), now);
    }

    /** With what was granted; a refresh token that was not replaced stays, and so does what is known of its end. */
    Secrets with(Grant grant, Instant now) {
        return new Secrets(
                seed,
                grant.newRefreshToken().or(() -> refreshToken),
                grant.refreshExpiresAt().or(() -> refreshExpiresAt),
                Optional.of(grant.accessToken().value()),
                Optional.of(grant.expiresAt()),
                now);
    }

    boolean cameFrom(Seed other) {
        return seed.equals(other.digest());
    }

    Credentials of(ConnectedAccount account) {
        return new Credentials(
                account,
                refreshToken,
                refreshExpiresAt,
                accessToken.map(AccessToken::new),
                accessExpiresAt,
                obtainedAt);
    }

    String json() {
        return EventJson.encode(this);
    }

    static Secrets parse(String json) {
        return EventJson.decode(json, Secrets.class);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
