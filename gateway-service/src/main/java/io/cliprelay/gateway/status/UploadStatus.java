package io.cliprelay.gateway.status;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/**
 * How far an upload is.
 *
 * @param attempt the attempt it is in; 0 before the first
 * @param nextAttemptAt present while it waits for another attempt
 * @param draftExpiresAt until when its owner can publish the draft on the platform; empty where that has no end
 * @param failure why it is not live; present while it waits, is unclear, or has failed
 * @param hold what it is held by; present while it is held
 * @param cancellation why it was cancelled; present where it was
 */
public record UploadStatus(
        UploadState state,
        int attempt,
        Instant dueAt,
        Optional<Instant> nextAttemptAt,
        Optional<String> platformPostId,
        Optional<URI> permalink,
        Optional<Instant> publishedAt,
        Optional<Instant> draftExpiresAt,
        Optional<UploadFailure> failure,
        Optional<Hold> hold,
        Optional<UploadFailure.Reason> cancellation) {

    public UploadStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
        Objects.requireNonNull(platformPostId, "platformPostId");
        Objects.requireNonNull(permalink, "permalink");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(draftExpiresAt, "draftExpiresAt");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(cancellation, "cancellation");
    }

    /** An upload that waits for its due instant. */
    public static UploadStatus scheduled(Instant dueAt) {
        return new UploadStatus(
                UploadState.SCHEDULED,
                0,
                dueAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The status after {@code event}; empty where the event tells nothing new: a repeat, or overtaken by a later one. */
    public Optional<UploadStatus> after(UploadEvent event) {
        return event.state()
                .filter(next -> Forward.leads(state, attempt, next, event.attempt()) || isNewTime(event, next))
                .map(next -> told(event, next))
                .filter(next -> !next.equals(this));
    }

    /** The scheduler's events come in their order, so the later instant told of one state is the one that holds. */
    private boolean isNewTime(UploadEvent event, UploadState next) {
        return event instanceof UploadEvent.Scheduled && next == state && event.attempt() == attempt;
    }

    /** The status that the scheduler answered, which is ahead of its events. */
    public UploadStatus as(UploadState now, int attempts, Instant due, Optional<Hold> heldBy) {
        boolean again = now == UploadState.RETRY_WAIT;
        return new UploadStatus(
                now,
                attempts,
                again ? dueAt : due,
                again ? Optional.of(due) : Optional.empty(),
                platformPostId,
                permalink,
                publishedAt,
                draftExpiresAt,
                failure,
                heldBy,
                cancellation);
    }

    /** Whether {@code other} is a later status of the same upload. */
    public boolean precedes(UploadStatus other) {
        return Forward.leads(state, attempt, other.state(), other.attempt());
    }

    private UploadStatus told(UploadEvent event, UploadState next) {
        UploadStatus moved = new UploadStatus(
                next,
                event.attempt(),
                dueAt,
                Optional.empty(),
                platformPostId,
                permalink,
                publishedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return switch (event) {
            case UploadEvent.Queued queued -> moved.dueAt(queued.dueAt());
            case UploadEvent.Started started -> moved;
            case UploadEvent.Processing processing ->
                processing.platformPostId().map(moved::post).orElse(moved);
            case UploadEvent.Published published -> moved.published(published.publication());
            case UploadEvent.Drafted drafted ->
                drafted.platformPostId().map(moved::post).orElse(moved).draft(drafted.expiresAt());
            case UploadEvent.AttemptFailed failed -> moved.failed(failed.failure());
            case UploadEvent.Unconfirmed unconfirmed -> moved.failed(unconfirmed.failure());
            case UploadEvent.Scheduled scheduled -> rescheduled(moved, scheduled);
            case UploadEvent.RetryScheduled retry ->
                moved.failed(retry.failure()).nextAttempt(retry.nextAttemptAt());
            case UploadEvent.Failed failed -> moved.failed(failed.failure());
            case UploadEvent.Held held ->
                failure.map(moved::failed).orElse(moved).held(held.hold());
            case UploadEvent.Cancelled cancelled -> moved.cancelledFor(cancelled.reason());
        };
    }

    /** Before the first attempt it is the due instant that moves, later the next attempt's; why it waits stays. */
    private UploadStatus rescheduled(UploadStatus moved, UploadEvent.Scheduled scheduled) {
        return scheduled.attempt() == 0
                ? moved.dueAt(scheduled.dueAt())
                : failure.map(moved::failed).orElse(moved).nextAttempt(scheduled.dueAt());
    }

    private UploadStatus dueAt(Instant due) {
        return new UploadStatus(
                state,
                attempt,
                due,
                nextAttemptAt,
                platformPostId,
                permalink,
                publishedAt,
                draftExpiresAt,
                failure,
                hold,
                cancellation);
    }

    private UploadStatus post(String postId) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                nextAttemptAt,
                Optional.of(postId),
                permalink,
                publishedAt,
                draftExpiresAt,
                failure,
                hold,
                cancellation);
    }

    private UploadStatus published(UploadEvent.Publication publication) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                nextAttemptAt,
                Optional.of(publication.platformPostId()),
                Optional.of(publication.permalink()),
                Optional.of(publication.publishedAt()),
                draftExpiresAt,
                failure,
                hold,
                cancellation);
    }

    private UploadStatus draft(Optional<Instant> expiresAt) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                nextAttemptAt,
                platformPostId,
                permalink,
                publishedAt,
                expiresAt,
                failure,
                hold,
                cancellation);
    }

    private UploadStatus failed(UploadFailure why) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                nextAttemptAt,
                platformPostId,
                permalink,
                publishedAt,
                draftExpiresAt,
                Optional.of(why),
                hold,
                cancellation);
    }

    private UploadStatus nextAttempt(Instant at) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                Optional.of(at),
                platformPostId,
                permalink,
                publishedAt,
                draftExpiresAt,
                failure,
                hold,
                cancellation);
    }

    private UploadStatus held(Hold by) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                nextAttemptAt,
                platformPostId,
                permalink,
                publishedAt,
                draftExpiresAt,
                failure,
                Optional.of(by),
                cancellation);
    }

    /** The same, cancelled for this reason. */
    public UploadStatus cancelledFor(UploadFailure.Reason why) {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                nextAttemptAt,
                platformPostId,
                permalink,
                publishedAt,
                draftExpiresAt,
                failure,
                hold,
                Optional.of(why));
    }
}
