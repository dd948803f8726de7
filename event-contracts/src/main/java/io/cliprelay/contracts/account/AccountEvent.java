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
     * @param sandbox true where it is the sandbox's, and no post of it is real; absent means no
     */
    @EventType("io.cliprelay.account.connected.v1")
    record Connected(UUID accountId, String platform, String name, Instant connectedAt, Optional<Boolean> sandbox)
            implements AccountEvent {
        public Connected {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(connectedAt, "connectedAt");
            Objects.requireNonNull(sandbox, "sandbox");
        }

        /** An account of a real platform. */
        public Connected(UUID accountId, String platform, String name, Instant connectedAt) {
            this(accountId, platform, name, connectedAt, Optional.empty());
        }
    }

    /**
     * The account cannot be published to, or soon not any more, until its owner consents anew. Told once; {@link
     * Connected} follows when it can be again.
     *
     * @param name what its tenant calls it in targets
     * @param reason what happened and what to do, for people
     */
    @EventType("io.cliprelay.account.needs-reauthorisation.v1")
    record NeedsReauthorisation(UUID accountId, String platform, String name, String reason, Instant at)
            implements AccountEvent {
        public NeedsReauthorisation {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The account has a new access token. None of its secrets is told.
     *
     * @param expiresAt the end of the access token's life
     * @param consentEndsAt when the owner has to consent anew, as far as the platform says
     */
    @EventType("io.cliprelay.account.refreshed.v1")
    record Refreshed(UUID accountId, String platform, Instant expiresAt, Optional<Instant> consentEndsAt, Instant at)
            implements AccountEvent {
        public Refreshed {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(consentEndsAt, "consentEndsAt");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Uploads to the account are given back.
     *
     * @param until when it is tried again; absent in events of earlier releases that left it to the account's owner
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
