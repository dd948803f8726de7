package io.cliprelay.worker.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;

/** Where an upload session stands, as the platform says. */
public sealed interface SessionStatus {

    /**
     * It waits for more bytes, or, with all of them there, to be finished.
     *
     * @param offset how many bytes the platform has
     * @param moved the session's new handle where the platform gave one
     */
    record Open(long offset, Optional<RemoteHandle> moved) implements SessionStatus {
        public Open {
            Objects.requireNonNull(moved, "moved");
        }
    }

    /**
     * It needs no more bytes from us and cannot be published yet.
     *
     * @param moved the session's new handle where something is to be remembered with it
     */
    record Preparing(Optional<RemoteHandle> moved) implements SessionStatus {
        public Preparing {
            Objects.requireNonNull(moved, "moved");
        }
    }

    /**
     * It waits for the call that publishes.
     *
     * @param expiresAt until when it can be published; empty where it does not expire
     */
    record Ready(Optional<Instant> expiresAt) implements SessionStatus {
        public Ready {
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /** It became a post, which has this id. */
    record Completed(String postId) implements SessionStatus {
        public Completed {
            Objects.requireNonNull(postId, "postId");
        }
    }

    /** It ended without a post, for this reason, and will never become one. */
    record Failed(UploadFailure failure) implements SessionStatus {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }
    }

    /** The platform does not know it any more. Whether it was completed before, it does not say. */
    record Gone() implements SessionStatus {}
}
