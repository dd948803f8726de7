package io.cliprelay.contracts.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.upload.UploadFailure;

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

    /**
     * Uploads to the account are given back.
     *
     * @param until when it is tried again; absent where its owner has to connect it again first
     * @param reason why
     */
    @EventType("io.cliprelay.account.held.v1")
    record Held(UUID accountId, String platform, Optional<Instant> until, UploadFailure.Reason reason)
            implements AccountEvent {
        public Held {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The account is published to again. */
    @EventType("io.cliprelay.account.released.v1")
    record Released(UUID accountId, String platform) implements AccountEvent {
        public Released {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(platform, "platform");
        }
    }
}
