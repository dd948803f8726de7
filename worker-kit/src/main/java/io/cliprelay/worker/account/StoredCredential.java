package io.cliprelay.worker.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.worker.spi.AccessToken;

/**
 * An account's credentials as they stood in the table.
 *
 * @param generation which state of the secrets it is
 * @param unusable whether the owner was asked to consent anew
 */
record StoredCredential(ConnectedAccount account, Secrets secrets, long generation, boolean unusable) {

    StoredCredential {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(secrets, "secrets");
    }

    Credentials credentials() {
        return secrets.of(account);
    }

    /** The access token, unless it is dead at {@code now} or is the one that the platform {@code refused}. */
    Optional<AccessToken> alive(Instant now, Optional<AccessToken> refused) {
        return credentials()
                .accessToken()
                .filter(token -> secrets.accessExpiresAt().map(now::isBefore).orElse(true))
                .filter(token -> !refused.equals(Optional.of(token)));
    }
}
