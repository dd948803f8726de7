package io.cliprelay.worker.spi;

import java.util.Objects;
import java.util.Optional;

/** Where an upload session stands, as the platform says. */
public sealed interface SessionStatus {

    /**
     * It waits for more.
     *
     * @param offset how many bytes the platform has
     * @param moved the session's new handle where the platform gave one
     */
    record Open(long offset, Optional<RemoteHandle> moved) implements SessionStatus {
        public Open {
            Objects.requireNonNull(moved, "moved");
        }
    }

    /** It has everything, and this is the post. */
    record Completed(String postId) implements SessionStatus {
        public Completed {
            Objects.requireNonNull(postId, "postId");
        }
    }

    /** The platform does not know it any more. Whether it was completed before, it does not say. */
    record Gone() implements SessionStatus {}
}
