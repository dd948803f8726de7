package io.cliprelay.contracts.account;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** What a worker tells of a connected account, on {@code account-events}, keyed by account id. */
public sealed interface AccountEvent {

    UUID accountId();

    /**
     * The account can be published to. The envelope's tenant owns it.
     *
     * @param name what its tenant calls it in targets, unique per tenant and platform
     */
    @EventType("io.cliprelay.account.connected.v1")
    record Connected(UUID accountId, String platform, String name, Instant connectedAt) implements AccountEvent {
        public Connected {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(connectedAt, "connectedAt");
        }
    }
}
