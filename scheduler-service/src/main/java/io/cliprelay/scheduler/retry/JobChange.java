package io.cliprelay.scheduler.retry;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.job.Job;

/** What an event means for a job. */
sealed interface JobChange {

    /** The running attempt came this far. */
    record Moved(UploadState to) implements JobChange {}

    /** The upload is where it was to go: nothing follows. */
    record Ended(UploadState as) implements JobChange {}

    /** The running attempt is over, and nothing was published. */
    record AttemptOver(UploadFailure failure) implements JobChange {}

    /** Nothing: it is our own, old, or known. */
    record None() implements JobChange {}

    /** Reads an event against the job as it is. */
    static JobChange of(Job job, UploadEvent event) {
        if (forgotten(job, event)) {
            return ofRunningAttempt(UploadState.QUEUED, event);
        }
        return event.attempt() == job.attempt() ? ofRunningAttempt(job.state(), event) : new None();
    }

    /** Whether a worker makes an attempt whose order is not known any more, as after a database was restored. */
    static boolean forgotten(Job job, UploadEvent event) {
        return event.attempt() > job.attempt() && !job.state().terminal();
    }

    private static JobChange ofRunningAttempt(UploadState now, UploadEvent event) {
        return switch (event) {
            case UploadEvent.Started started -> moved(now, UploadState.UPLOADING);
            case UploadEvent.Processing processing -> moved(now, UploadState.PROCESSING);
            case UploadEvent.Unconfirmed unconfirmed -> moved(now, UploadState.UNCONFIRMED);
            case UploadEvent.Drafted drafted -> ended(now, UploadState.DRAFTED);
            case UploadEvent.Published published -> ended(now, UploadState.PUBLISHED);
            case UploadEvent.AttemptFailed failed -> over(now, failed.failure());
            // Told by the worker of a command that is ours.
            case UploadEvent.Queued known -> new None();
            case UploadEvent.Scheduled own -> new None();
            case UploadEvent.Held own -> new None();
            case UploadEvent.Cancelled own -> new None();
            case UploadEvent.RetryScheduled own -> new None();
            case UploadEvent.Failed own -> new None();
        };
    }

    private static JobChange moved(UploadState now, UploadState to) {
        return now.canBecome(to) ? new Moved(to) : new None();
    }

    /** What the platform has, it has, whatever we missed before: no further attempt may follow. */
    private static JobChange ended(UploadState now, UploadState end) {
        return now.terminal() ? new None() : new Ended(end);
    }

    private static JobChange over(UploadState now, UploadFailure failure) {
        boolean running = now != UploadState.RETRY_WAIT && now != UploadState.HELD;
        return running && now.canBecome(UploadState.RETRY_WAIT) ? new AttemptOver(failure) : new None();
    }
}
