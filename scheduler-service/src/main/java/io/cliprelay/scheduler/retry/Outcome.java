package io.cliprelay.scheduler.retry;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.scheduler.job.Job;

/**
 * What a worker's report came to, the first time that it was heard.
 *
 * @param verdict what was decided about an attempt that failed
 * @param passed when an attempt was ordered that the platform took, by the database's clock
 */
record Outcome(Optional<Verdict> verdict, Optional<Instant> passed) {

    static final Outcome NONE = new Outcome(Optional.empty(), Optional.empty());

    static Outcome of(Verdict verdict) {
        return new Outcome(Optional.of(verdict), Optional.empty());
    }

    /** Of a job that went on, or came to its end, with its running attempt. */
    static Outcome of(Job job, UploadEvent event) {
        return new Outcome(Optional.empty(), job.orderedAt().filter(ordered -> isTaken(event)));
    }

    /** Bytes may be taken from an account whose posts are refused; a post that has a name was not. */
    private static boolean isTaken(UploadEvent event) {
        return switch (event) {
            case UploadEvent.Processing processing ->
                processing.platformPostId().isPresent();
            case UploadEvent.Published published -> true;
            case UploadEvent.Drafted drafted -> true;
            case UploadEvent.Queued other -> false;
            case UploadEvent.Started other -> false;
            case UploadEvent.Unconfirmed other -> false;
            case UploadEvent.AttemptFailed other -> false;
            case UploadEvent.Scheduled other -> false;
            case UploadEvent.RetryScheduled other -> false;
            case UploadEvent.Held other -> false;
            case UploadEvent.Cancelled other -> false;
            case UploadEvent.Failed other -> false;
        };
    }
}
