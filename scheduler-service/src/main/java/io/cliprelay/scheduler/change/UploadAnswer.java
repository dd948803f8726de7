package io.cliprelay.scheduler.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;

/**
 * What a wanted change came to for one upload.
 *
 * @param done whether it is so from now on, or was before
 * @param state the upload's state now
 * @param attempt how many attempts were ordered
 * @param dueAt of the next attempt while one waits, else of the last
 * @param hold what it is held by
 * @param why why it was not done
 */
public record UploadAnswer(
        UUID uploadId,
        boolean done,
        UploadState state,
        int attempt,
        Instant dueAt,
        Optional<Hold> hold,
        Optional<Reason> why) {

    public UploadAnswer {
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(why, "why");
    }
}
