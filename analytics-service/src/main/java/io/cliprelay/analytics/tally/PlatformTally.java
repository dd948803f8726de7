package io.cliprelay.analytics.tally;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of the uploads to one platform.
 *
 * @param uploads all that were accepted, those still on their way too
 * @param reception what the published ones have come to
 */
public record PlatformTally(String platform, long uploads, long published, long failed, Reception reception) {

    public PlatformTally {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(reception, "reception");
        if (published < 0 || failed < 0 || uploads < published + failed) {
            throw new IllegalArgumentException(
                    "%d published and %d failed of %d uploads to %s".formatted(published, failed, uploads, platform));
        }
    }

    /** Published among all that ended, from 0 to 1; empty while none has. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public Optional<Double> successRate() {
        long ended = published + failed;
        return ended == 0 ? Optional.empty() : Optional.of((double) published / ended);
    }
}
