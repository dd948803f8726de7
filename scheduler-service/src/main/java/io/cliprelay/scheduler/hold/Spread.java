package io.cliprelay.scheduler.hold;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets what waited go out one after the other, not all in one instant.
 *
 * @param from when the first may go
 * @param gap from one to the next
 */
record Spread(Instant from, Duration gap) {

    /** All may go at once. */
    static Spread none(Instant from) {
        return new Spread(from, Duration.ZERO);
    }

    /** The wanted gap, or a smaller one where {@code total} would take longer than {@code longest} with it. */
    static Spread of(Instant from, Duration wanted, Duration longest, long total) {
        Duration fitting = longest.dividedBy(Math.max(1, total));
        return new Spread(from, wanted.compareTo(fitting) < 0 ? wanted : fitting);
    }

    /** When the one goes whose turn it is, counted from 0; never before it is due. */
    Instant at(long turn, Instant due) {
        Instant mine = from.plus(gap.multipliedBy(turn));
        return mine.isAfter(due) ? mine : due;
    }
}
