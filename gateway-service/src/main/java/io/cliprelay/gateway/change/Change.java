package io.cliprelay.gateway.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipPaused;
import io.cliprelay.contracts.clip.ClipResumed;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.gateway.clip.ETags;
import io.cliprelay.gateway.event.OwnersChange;
import io.cliprelay.gateway.submission.Revision;
import io.cliprelay.kit.problem.ProblemException;

/** What an owner wants of a clip. */
sealed interface Change {

    /** None of it is to go out. */
    record Cancel() implements Change {}

    /** It is to wait until it is resumed. */
    record Pause() implements Change {}

    /** It is not to wait any more. */
    record Resume() implements Change {}

    /** An upload of it that failed is to be tried again. */
    record Retry(UUID uploadId) implements Change {
        public Retry {
            Objects.requireNonNull(uploadId, "uploadId");
        }
    }

    /**
     * It is to be as in the revision.
     *
     * @param ifMatch the header by which the owner says which state of it was seen
     */
    record Revise(Revision to, Optional<String> ifMatch) implements Change {
        public Revise {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(ifMatch, "ifMatch");
        }
    }

    /** What is told of it. */
    default ClipEvent event(UUID clipId, Instant at) {
        return switch (this) {
            case Cancel cancel -> new ClipCancelled(clipId, at);
            case Pause pause -> new ClipPaused(clipId, at);
            case Resume resume -> new ClipResumed(clipId, at);
            case Retry retry -> new UploadRetryRequested(clipId, retry.uploadId(), at);
            case Revise revise -> revised(clipId, at, revise.to());
        };
    }

    private static ClipRevised revised(UUID clipId, Instant at, Revision to) {
        Optional<Boolean> keepsTimes = to.keepsTimes() ? Optional.of(true) : Optional.empty();
        return new ClipRevised(clipId, at, to.uploads(), keepsTimes);
    }

    /** What others are told of the clip as a whole; nothing where the change shows in its uploads alone. */
    default Optional<OwnersChange> told() {
        return switch (this) {
            case Cancel cancel -> Optional.empty();
            case Pause pause -> Optional.of(OwnersChange.PAUSED);
            case Resume resume -> Optional.of(OwnersChange.RESUMED);
            case Retry retry -> Optional.empty();
            case Revise revise ->
                Optional.of(revise.to().keepsTimes() ? OwnersChange.REVISED : OwnersChange.RESCHEDULED);
        };
    }

    /** Throws a problem where it was wanted of another revision than this one. */
    default void requireRevision(UUID clipId, int revision) {
        if (this instanceof Revise revise && !ETags.matches(revise.ifMatch(), revision)) {
            throw new ProblemException(ChangeProblems.overtaken(clipId));
        }
    }

    /** Whether the owner was promised that it is done for all uploads or for none. */
    default boolean wholeOnly() {
        return this instanceof Revise;
    }
}
