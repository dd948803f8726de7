package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * What keeps the uploads to an account or a platform from going out.
 *
 * @param target the account's id, or the platform's
 * @param until when one upload tries whether it is over; empty where that does not help
 * @param probe the upload that tries
 */
record Obstacle(
        Source source,
        String target,
        Instant since,
        Optional<Instant> until,
        UploadFailure.Reason reason,
        Optional<UUID> probe) {

    Obstacle {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(probe, "probe");
    }

    /** Whether an upload that would go out at {@code due} has to wait for it. */
    boolean stops(UploadRef upload, Instant due) {
        return concerns(upload)
                && !probe.filter(upload.uploadId()::equals).isPresent()
                && until.map(due::isBefore).orElse(true);
    }

    Hold hold() {
        return new Hold(source.cause(), since, until, reason);
    }

    private boolean concerns(UploadRef upload) {
        return target.equals(
                source == Source.PLATFORM
                        ? upload.platform()
                        : upload.accountId().toString());
    }
}
