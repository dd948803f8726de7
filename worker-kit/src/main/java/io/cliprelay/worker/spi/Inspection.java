package io.cliprelay.worker.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;

/** What became of a post, as the platform says. */
public sealed interface Inspection {

    /** It is there and cannot be viewed yet. */
    record Processing() implements Inspection {}

    /**
     * The platform will show it by itself.
     *
     * @param at from when; it is not asked again before
     */
    record Scheduled(Instant at) implements Inspection {
        public Scheduled {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The platform shows no such post: not yet, or not any more. */
    record Missing() implements Inspection {}

    /**
     * People can see it, as far as its privacy lets them.
     *
     * @param postId the id that the post has now; a platform may give another one once it is live
     */
    record Live(String postId, URI permalink) implements Inspection {
        public Live {
            Objects.requireNonNull(postId, "postId");
            Objects.requireNonNull(permalink, "permalink");
        }
    }

    /**
     * Its owner has it and can publish it.
     *
     * @param expiresAt until when; empty where the platform does not say
     */
    record Drafted(Optional<Instant> expiresAt) implements Inspection {
        public Drafted {
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /** The platform will not show it. */
    record Refused(UploadFailure failure) implements Inspection {
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }
    }
}
