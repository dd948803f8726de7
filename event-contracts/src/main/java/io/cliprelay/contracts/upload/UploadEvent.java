package io.cliprelay.contracts.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventType;

/**
 * What became of an upload, on {@code upload-events}, keyed by upload id. An upload's events come in the order they
 * happened; each may come more than once, with the same {@code ce_id}.
 */
public sealed interface UploadEvent {

    UploadRef upload();

    /** The attempt it is about, from 1; 0 where none was ordered yet. */
    int attempt();

    /** The state the upload is in from now on; empty where the event changes none. */
    Optional<UploadState> state();

    /** By the worker: it has the command for this attempt. */
    @EventType("io.cliprelay.upload.queued.v1")
    record Queued(UploadRef upload, int attempt, Instant dueAt) implements UploadEvent {
        public Queued {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(dueAt, "dueAt");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.QUEUED);
        }
    }

    /** By a worker: it has taken the upload and begins to send. */
    @EventType("io.cliprelay.upload.started.v1")
    record Started(UploadRef upload, int attempt) implements UploadEvent {
        public Started {
            Objects.requireNonNull(upload, "upload");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.UPLOADING);
        }
    }

    /** By a worker: the platform has all bytes; the post's id, where it was given one already. */
    @EventType("io.cliprelay.upload.processing.v1")
    record Processing(UploadRef upload, int attempt, Optional<String> platformPostId) implements UploadEvent {
        public Processing {
            Objects.requireNonNull(upload, "upload");
            platformPostId = platformPostId == null ? Optional.empty() : platformPostId;
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.PROCESSING);
        }
    }

    /**
     * By a worker: it waits on the platform for its owner to publish it, since auto-publish is off.
     *
     * @param platformPostId what the platform knows the draft by; absent where that is a secret
     * @param expiresAt until when it can be published; absent where the platform does not say
     */
    @EventType("io.cliprelay.upload.drafted.v1")
    record Drafted(UploadRef upload, int attempt, Optional<String> platformPostId, Optional<Instant> expiresAt)
            implements UploadEvent {
        public Drafted {
            Objects.requireNonNull(upload, "upload");
            platformPostId = platformPostId == null ? Optional.empty() : platformPostId;
            expiresAt = expiresAt == null ? Optional.empty() : expiresAt;
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.DRAFTED);
        }
    }

    /** By a worker: the platform confirmed that the video is live. */
    @EventType("io.cliprelay.upload.published.v1")
    record Published(UploadRef upload, int attempt, Publication publication, Instant dueAt) implements UploadEvent {
        public Published {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(publication, "publication");
            Objects.requireNonNull(dueAt, "dueAt");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.PUBLISHED);
        }
    }

    /** By a worker: this attempt did not publish. What follows is the scheduler's to say. */
    @EventType("io.cliprelay.upload.attempt-failed.v1")
    record AttemptFailed(UploadRef upload, int attempt, UploadFailure failure) implements UploadEvent {
        public AttemptFailed {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.empty();
        }
    }

    /** By a worker: a publishing call had no clear answer and is being looked up. */
    @EventType("io.cliprelay.upload.unconfirmed.v1")
    record Unconfirmed(UploadRef upload, int attempt, UploadFailure failure) implements UploadEvent {
        public Unconfirmed {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.UNCONFIRMED);
        }
    }

    /**
     * By the scheduler: the upload has another due instant than was said before.
     *
     * @param attempt how many attempts were ordered so far
     * @param dueAt of the attempt to come
     * @param reason why; its fix says what would change it
     */
    @EventType("io.cliprelay.upload.scheduled.v1")
    record Scheduled(UploadRef upload, int attempt, Instant dueAt, UploadFailure.Reason reason) implements UploadEvent {
        public Scheduled {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(dueAt, "dueAt");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(attempt == 0 ? UploadState.SCHEDULED : UploadState.RETRY_WAIT);
        }
    }

    /** By the scheduler: another attempt will be made at {@code nextAttemptAt}. */
    @EventType("io.cliprelay.upload.retry-scheduled.v1")
    record RetryScheduled(UploadRef upload, int attempt, UploadFailure failure, Instant nextAttemptAt)
            implements UploadEvent {
        public RetryScheduled {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.RETRY_WAIT);
        }
    }

    /** By the scheduler: there will be no further attempt; the upload is proved not published. */
    @EventType("io.cliprelay.upload.failed.v1")
    record Failed(UploadRef upload, int attempt, UploadFailure failure) implements UploadEvent {
        public Failed {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.FAILED);
        }
    }

    /** By the scheduler: it waits for a cause to go away. */
    @EventType("io.cliprelay.upload.held.v1")
    record Held(UploadRef upload, int attempt, Hold hold) implements UploadEvent {
        public Held {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(hold, "hold");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.HELD);
        }
    }

    /** By the scheduler: it will not go out, and did not. */
    @EventType("io.cliprelay.upload.cancelled.v1")
    record Cancelled(UploadRef upload, int attempt, UploadFailure.Reason reason) implements UploadEvent {
        public Cancelled {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Optional<UploadState> state() {
            return Optional.of(UploadState.CANCELLED);
        }
    }

    /**
     * What is live at the end.
     *
     * @param platformPostId the platform's own id
     * @param permalink where people see it
     * @param publishedAt when the platform confirmed it
     */
    record Publication(String platformPostId, URI permalink, Instant publishedAt) {
        public Publication {
            Objects.requireNonNull(platformPostId, "platformPostId");
            Objects.requireNonNull(permalink, "permalink");
            Objects.requireNonNull(publishedAt, "publishedAt");
        }
    }
}
