package io.cliprelay.sandbox.gallery;

import java.time.Instant;

/**
 * What becomes of a video after its last byte.
 *
 * @param doneAt when the outcome shows; until then the video is being processed
 * @param reason the platform's word for why it failed or was rejected; null where it did not
 */
public record Processing(Instant doneAt, Outcome outcome, String reason) {

    /** How processing ends. */
    public enum Outcome {
        PROCESSED,
        FAILED,
        REJECTED,
        /** Nobody sees it until the user posts it himself. */
        DRAFT,
        /** It was to be seen and is no more: the platform or its owner took it away. */
        REMOVED
    }

    public boolean doneBy(Instant now) {
        return !now.isBefore(doneAt);
    }
}
