package io.cliprelay.scheduler.why;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.hold.WaitingJob;
import io.cliprelay.scheduler.job.Job;

/**
 * Where an upload stands, and why.
 *
 * @param attempt how many attempts were ordered
 * @param waitsFor what has to come next: a code for programs, a sentence, and what would change it
 * @param since when it came to be so, UTC
 * @param until when it is over at the latest; empty where nobody can say
 * @param lastFailure why the last failed attempt failed
 */
public record Explanation(
        UUID uploadId,
        UploadState state,
        int attempt,
        Reason waitsFor,
        Instant since,
        Optional<Instant> until,
        Optional<UploadFailure> lastFailure) {

    public Explanation {
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(waitsFor, "waitsFor");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(lastFailure, "lastFailure");
    }

    static Explanation of(WaitingJob waiting, Instant now) {
        return of(waiting, Optional.empty(), now);
    }

    /** @param cancellation why the upload was cancelled, where that was kept */
    static Explanation of(WaitingJob waiting, Optional<Reason> cancellation, Instant now) {
        Job job = waiting.job();
        return new Explanation(
                job.upload().uploadId(),
                job.state(),
                job.attempt(),
                cancellation.orElseGet(() -> waitsFor(waiting, now)),
                since(waiting),
                until(waiting).filter(now::isBefore),
                job.lastFailure());
    }

    private static Reason waitsFor(WaitingJob waiting, Instant now) {
        Job job = waiting.job();
        return switch (job.state()) {
            case SCHEDULED -> job.dueAt().isAfter(now) ? forItsTime(waiting) : forItsTurn();
            case RETRY_WAIT -> job.dueAt().isAfter(now) ? forTheNextAttempt(job) : forItsTurn();
            case HELD -> waiting.hold().map(Explanation::forACause).orElseGet(Explanation::forItsTurn);
            case QUEUED ->
                new Reason(
                        "waits.worker",
                        "It was sent to the worker of %s, which has not begun yet"
                                .formatted(job.upload().platform()),
                        "Nothing to do. If it stays so, see whether that worker runs.");
            case UPLOADING ->
                new Reason("waits.upload", "Its bytes are on their way to the platform", "Nothing to do.");
            case PROCESSING ->
                new Reason(
                        "waits.platform",
                        "The platform has it and has not confirmed yet that it is live",
                        "Nothing to do.");
            case UNCONFIRMED ->
                new Reason(
                        "waits.lookup",
                        "The platform gave no clear answer; it is looked up whether the post is there",
                        "Look on the platform and settle the upload, if you do not want to wait.");
            case PUBLISHED, DRAFTED, FAILED, CANCELLED -> over(job);
        };
    }

    private static Reason forItsTime(WaitingJob waiting) {
        String why = waiting.placed().map(reason -> ". " + reason.message()).orElse("");
        return new Reason(
                "waits.time",
                "It is to go out at " + waiting.job().dueAt() + why,
                "Give the clip another time to change it.");
    }

    private static Reason forTheNextAttempt(Job job) {
        String why = job.lastFailure()
                .map(failure -> ": " + failure.reason().message())
                .orElse("");
        return new Reason(
                "waits.retry",
                "Attempt %d did not publish%s. It is tried again at %s".formatted(job.attempt(), why, job.dueAt()),
                job.lastFailure().map(failure -> failure.reason().fix()).orElse("Nothing to do."));
    }

    private static Reason forItsTurn() {
        return new Reason("waits.turn", "Its time has come, and it goes out when it is its turn", "Nothing to do.");
    }

    private static Reason forACause(Hold hold) {
        String cause = hold.cause().name().toLowerCase(Locale.ROOT);
        return new Reason(
                "held." + cause, hold.reason().message(), hold.reason().fix());
    }

    private static Reason over(Job job) {
        String why = job.lastFailure()
                .filter(failure -> job.state() == UploadState.FAILED)
                .map(failure -> ": " + failure.reason().message())
                .orElse("");
        String fix = job.state() == UploadState.FAILED
                ? job.lastFailure().map(failure -> failure.reason().fix()).orElse("") + " Then have it tried again."
                : "Nothing to do.";
        return new Reason("over." + job.state().name().toLowerCase(Locale.ROOT), "It is " + job.state() + why, fix);
    }

    private static Instant since(WaitingJob waiting) {
        return waiting.hold()
                .filter(hold -> waiting.job().state() == UploadState.HELD)
                .map(Hold::since)
                .orElse(waiting.job().updatedAt());
    }

    private static Optional<Instant> until(WaitingJob waiting) {
        return switch (waiting.job().state()) {
            case SCHEDULED, RETRY_WAIT -> Optional.of(waiting.job().dueAt());
            case HELD -> waiting.hold().flatMap(Hold::until);
            case QUEUED, UPLOADING, PROCESSING, UNCONFIRMED, PUBLISHED, DRAFTED, FAILED, CANCELLED -> Optional.empty();
        };
    }
}
