package io.cliprelay.contracts.upload;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why an upload waits for something else than its time.
 *
 * @param since when it came about, UTC
 * @param until when it is tried again at the latest; empty where nobody can say
 * @param reason what it is, and what would end it
 */
public record Hold(HoldCause cause, Instant since, Optional<Instant> until, UploadFailure.Reason reason) {

    public Hold {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(since, "since");
        until = until == null ? Optional.empty() : until;
        Objects.requireNonNull(reason, "reason");
    }
}
