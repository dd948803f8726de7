package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/**
 * A job as operators see it.
 *
 * @param dueAt of the next attempt while one waits, else of the last
 * @param attempt how many attempts were ordered
 * @param lastFailure why the last failed attempt failed
 */
public record JobView(
        UUID uploadId,
        UUID clipId,
        String platform,
        UUID accountId,
        UploadState state,
        Instant dueAt,
        int attempt,
        Optional<UploadFailure> lastFailure) {

    static JobView of(Job job) {
        return new JobView(
                job.upload().uploadId(),
                job.upload().clipId(),
                job.upload().platform(),
                job.upload().accountId(),
                job.state(),
                job.dueAt(),
                job.attempt(),
                job.lastFailure());
    }
}
