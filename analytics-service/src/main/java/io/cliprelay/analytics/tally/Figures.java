package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The numbers of one group of uploads.
 *
 * @param uploadTime from the start of the attempt that published until the post was live
 * @param rateLimitHits how often its platform said that we are too fast
 * @param errors the most frequent reasons of failed attempts, most first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Figures(
        @JsonUnwrapped Group group,
        long uploads,
        long published,
        long drafted,
        long failed,
        long cancelled,
        Optional<Double> successRate,
        Optional<Instant> lastSuccess,
        Optional<Spread> uploadTime,
        long rateLimitHits,
        List<ErrorCount> errors,
        Reception reception) {

    private static final int MOST_FREQUENT = 5;

    public Figures {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(successRate, "successRate");
        Objects.requireNonNull(lastSuccess, "lastSuccess");
        Objects.requireNonNull(uploadTime, "uploadTime");
        Objects.requireNonNull(reception, "reception");
        errors = List.copyOf(errors);
    }

    /** @param errors all of the group, most frequent first */
    public static Figures of(
            Group group, Counts counts, Optional<Spread> uploadTime, List<ErrorCount> errors, Reception reception) {
        return new Figures(
                group,
                counts.uploads(),
                counts.published(),
                counts.drafted(),
                counts.failed(),
                counts.cancelled(),
                counts.successRate(),
                counts.lastSuccess(),
                uploadTime,
                ErrorCount.rateLimitHits(errors),
                errors.subList(0, Math.min(errors.size(), MOST_FREQUENT)),
                reception);
    }
}
