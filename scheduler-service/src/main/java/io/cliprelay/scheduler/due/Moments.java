package io.cliprelay.scheduler.due;

import java.time.Duration;

/**
 * How soon it is looked again when something due was in other hands: that is over in moments, or, where it waits for Kafka to
 * hear something first, not for minutes. Not thread-safe.
 */
final class Moments {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Duration next = SHORTEST;

    /** The pause before the next look; each is twice as long as the one before, up to a second. */
    Duration next() {
        Duration pause = next;
        Duration longer = next.multipliedBy(2);
        next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        return pause;
    }

    /** Something was taken, or nothing was missed. */
    void over() {
        next = SHORTEST;
    }
}
