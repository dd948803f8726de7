package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A tenant's uploads in numbers: the totals are the sums over the platforms. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Summary(
        long uploads,
        long published,
        long drafted,
        long failed,
        long cancelled,
        Optional<Double> successRate,
        Optional<Instant> lastSuccess,
        List<Figures> platforms) {

    public Summary {
        platforms = List.copyOf(platforms);
    }

    /** The summary of these platforms. */
    public static Summary of(List<Figures> platforms) {
        Counts total = platforms.stream().map(Summary::counts).reduce(Counts.NONE, Counts::plus);
        return new Summary(
                total.uploads(),
                total.published(),
                total.drafted(),
                total.failed(),
                total.cancelled(),
                total.successRate(),
                total.lastSuccess(),
                platforms);
    }

    private static Counts counts(Figures figures) {
        return new Counts(
                figures.uploads(),
                figures.published(),
                figures.drafted(),
                figures.failed(),
                figures.cancelled(),
                figures.lastSuccess());
    }
}
