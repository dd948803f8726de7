package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many uploads there were, and how they ended. Those handed in before a span of time and ended in it are counted by
 * their end only.
 *
 * @param uploads handed in
 * @param lastSuccess when the latest post went live
 */
public record Counts(
        long uploads, long published, long drafted, long failed, long cancelled, Optional<Instant> lastSuccess) {

    /** Of nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, Optional.empty());

    public Counts {
        if (Stream.of(uploads, published, drafted, failed, cancelled).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "%d uploads, %d published, %d drafted, %d failed, %d cancelled: none can be less than nothing"
                            .formatted(uploads, published, drafted, failed, cancelled));
        }
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                uploads + other.uploads,
                published + other.published,
                drafted + other.drafted,
                failed + other.failed,
                cancelled + other.cancelled,
                Stream.of(lastSuccess, other.lastSuccess)
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo));
    }

    /** Published among all that ended published or failed, from 0 to 1; empty while none has. */
    public Optional<Double> successRate() {
        long ended = published + failed;
        return ended == 0 ? Optional.empty() : Optional.of((double) published / ended);
    }
}
