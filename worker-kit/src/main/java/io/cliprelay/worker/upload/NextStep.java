package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.Instant;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.UploadException;

/** What follows a failure that stays; plain decisions. */
sealed interface NextStep {

    /** It is proved that nothing was published: the scheduler decides. */
    record GiveBack(UploadFailure failure) implements NextStep {}

    /** It may have been published: look, and do nothing else before. */
    record Reconcile(UploadFailure failure, Instant at) implements NextStep {}

    /** The same, and the platform's answer was a verdict: it is given back where it turns out that nothing was published. */
    record Judged(UploadFailure verdict, Instant at) implements NextStep {}

    /** The platform may not be asked now whether it was published: look then. */
    record Postpone(UploadFailure failure, Instant at) implements NextStep {}

    /** Ask the platform again later. */
    record LookAgain(Instant at) implements NextStep {}

    /** Ask again later, and say meanwhile that nobody knows: the platform has it and does not tell what became of it. */
    record Doubt(UploadFailure failure, Instant at) implements NextStep {}

    /** It is live, and what was left to do will not be done. */
    record LeaveUndone() implements NextStep {}

    /** How often a follow-up is tried. */
    int FOLLOW_UPS = 8;

    /** How often in a row it may fail to ask what became of a post before that is told; some twenty minutes. */
    int QUIET_LOOKS = 12;

    /** Decides by where the upload stands and by what the failed call may have done. */
    static NextStep after(UploadException failure, StoredUpload upload, WorkerConfig.Polling polling, Instant now) {
        Instant later = later(failure.failure(), now.plus(pause(upload.looks(), polling)));
        return switch (upload.step()) {
            case READY, TRANSFER ->
                upload.intentAt().isPresent()
                        ? question(failure, polling, later, now)
                        : new GiveBack(failure.failure());
            case PREPARE ->
                upload.intentAt().isPresent() ? question(failure, polling, later, now) : afterPreparing(failure, later);
            // What fails here is a look, and says nothing of the call in question.
            case RECONCILE -> lookedAt(failure, polling, later, now);
            case INSPECT ->
                failure.failure() instanceof UploadFailure.Auth || upload.looks() >= QUIET_LOOKS
                        ? new Doubt(failure.failure(), later)
                        : new LookAgain(later);
            case FOLLOW_UP, DONE, FAILED ->
                mayPass(failure.failure()) && upload.looks() < FOLLOW_UPS ? new LookAgain(later) : new LeaveUndone();
        };
    }

    /** An intent that stands is a question, whatever failed after it: a publishing call that was refused withdrew its own. */
    private static NextStep question(
            UploadException failure, WorkerConfig.Polling polling, Instant later, Instant now) {
        return !failure.withheld() && isVerdict(failure.failure())
                ? new Judged(failure.failure(), later)
                : lookedAt(failure, polling, later, now);
    }

    private static NextStep lookedAt(
            UploadException failure, WorkerConfig.Polling polling, Instant later, Instant now) {
        return failure.withheld()
                ? new Postpone(failure.failure(), whenAllowed(failure.failure(), polling, now))
                : new Reconcile(failure.failure(), later);
    }

    /** A question may be asked again; a refusal to publish is the scheduler's to answer. */
    private static NextStep afterPreparing(UploadException failure, Instant later) {
        boolean soon = failure.withheld() && failure.failure() instanceof UploadFailure.RateLimited;
        return soon || failure.failure() instanceof UploadFailure.Transient
                ? new LookAgain(later)
                : new GiveBack(failure.failure());
    }

    /** When the platform may be asked; where that is for a person to bring about, it is seen now and then. */
    private static Instant whenAllowed(UploadFailure failure, WorkerConfig.Polling polling, Instant now) {
        Instant told = later(failure, now);
        return told.isAfter(now) ? told : now.plus(polling.longest());
    }

    /** Not before the platform wants to be asked again. */
    private static Instant later(UploadFailure failure, Instant planned) {
        return switch (failure) {
            case UploadFailure.RateLimited limited ->
                limited.until().filter(planned::isBefore).orElse(planned);
            case UploadFailure.QuotaExhausted exhausted ->
                exhausted.until().isAfter(planned) ? exhausted.until() : planned;
            case UploadFailure.Transient t -> planned;
            case UploadFailure.Auth a -> planned;
            case UploadFailure.InvalidInput i -> planned;
            case UploadFailure.ContentRejected c -> planned;
            case UploadFailure.Unknown u -> planned;
        };
    }

    /** Whether the same call would be answered the same again. */
    private static boolean isVerdict(UploadFailure failure) {
        return switch (failure) {
            case UploadFailure.InvalidInput i -> true;
            case UploadFailure.ContentRejected c -> true;
            case UploadFailure.Auth a -> true;
            case UploadFailure.Transient t -> false;
            case UploadFailure.RateLimited r -> false;
            case UploadFailure.QuotaExhausted q -> false;
            case UploadFailure.Unknown u -> false;
        };
    }

    private static boolean mayPass(UploadFailure failure) {
        return switch (failure) {
            case UploadFailure.Transient t -> true;
            case UploadFailure.RateLimited r -> true;
            case UploadFailure.QuotaExhausted q -> true;
            case UploadFailure.Auth a -> false;
            case UploadFailure.InvalidInput i -> false;
            case UploadFailure.ContentRejected c -> false;
            case UploadFailure.Unknown u -> false;
        };
    }

    /** Twice as long each time, up to the longest. */
    static Duration pause(int looks, WorkerConfig.Polling polling) {
        Duration pause = polling.first().multipliedBy(1L << Math.min(looks, 20));
        return pause.compareTo(polling.longest()) < 0 ? pause : polling.longest();
    }
}
