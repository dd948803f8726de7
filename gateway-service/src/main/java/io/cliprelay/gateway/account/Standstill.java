package io.cliprelay.gateway.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;

/**
 * Why nothing is published to an account or a platform now.
 *
 * @param until when it is tried again; empty where nobody can say
 */
public record Standstill(UploadFailure.Reason reason, Optional<Instant> until) {

    public Standstill {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
    }

    /** Whether it may last beyond {@code instant}, as far as is known. */
    public boolean outlasts(Instant instant) {
        return until.map(end -> end.isAfter(instant)).orElse(true);
    }
}
