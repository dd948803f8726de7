package io.cliprelay.contracts.clip;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * The upload that another one waits for.
 *
 * @param uploadId of the same clip
 * @param gap how long after its success the other may go out, at the earliest
 */
public record Predecessor(UUID uploadId, Duration gap) {

    public Predecessor {
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(gap, "gap");
        if (gap.isNegative()) {
            throw new IllegalArgumentException("a gap must not be negative: " + gap);
        }
    }
}
