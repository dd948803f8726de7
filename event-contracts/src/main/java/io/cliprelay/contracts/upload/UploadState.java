package io.cliprelay.contracts.upload;

import java.util.Set;

/** The life of an upload, as everyone outside the worker sees it. */
public enum UploadState {
    /** Waits for its due instant. */
    SCHEDULED,
    /** A worker has been told to do it. */
    QUEUED,
    /** A worker has taken it and sends bytes. */
    UPLOADING,
    /** The platform has all bytes and has not confirmed yet that the video is live. */
    PROCESSING,
    /** Live, as confirmed by the platform. */
    PUBLISHED,
    /** On the platform, waiting for its owner to publish it. */
    DRAFTED,
    /** The last attempt failed in a way that may pass; the scheduler has set the next one. */
    RETRY_WAIT,
    /** Waits for a cause to go away. */
    HELD,
    /** A publishing call had no clear answer; being looked up, never sent again blindly. */
    UNCONFIRMED,
    /** Proved not published, with a reason. */
    FAILED,
    /** Not published, and not to be; with a reason. */
    CANCELLED;

    /** Whether nothing follows by itself; a failed upload can be tried again by a person. */
    public boolean terminal() {
        return next().isEmpty();
    }

    /** Whether an upload in this state may be in {@code next} right after it. */
    public boolean canBecome(UploadState next) {
        return next().contains(next);
    }

    private Set<UploadState> next() {
        return switch (this) {
            // Again in the same state: with another due instant.
            case SCHEDULED -> Set.of(SCHEDULED, QUEUED, HELD, CANCELLED);
            case QUEUED -> Set.of(UPLOADING, RETRY_WAIT, HELD, FAILED, CANCELLED);
            case UPLOADING -> Set.of(PROCESSING, UNCONFIRMED, RETRY_WAIT, HELD, FAILED, CANCELLED);
            case PROCESSING -> Set.of(PUBLISHED, DRAFTED, UNCONFIRMED, RETRY_WAIT, HELD, FAILED);
            case UNCONFIRMED -> Set.of(UPLOADING, PROCESSING, PUBLISHED, RETRY_WAIT, HELD, FAILED);
            case RETRY_WAIT -> Set.of(RETRY_WAIT, QUEUED, HELD, FAILED, CANCELLED);
            case HELD -> Set.of(SCHEDULED, RETRY_WAIT, QUEUED, FAILED, CANCELLED);
            case PUBLISHED, DRAFTED, FAILED, CANCELLED -> Set.of();
        };
    }
}
