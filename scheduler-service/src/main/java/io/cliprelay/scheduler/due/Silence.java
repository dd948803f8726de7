package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What was last heard of so long ago that it counts as silent, whatever the database's clock was set to meanwhile: the
 * time that passed is measured here, by one that no one can set. Not thread-safe.
 */
final class Silence {

    private record Reading(Instant now, long readAt) {}

    private final Duration length;
    private final Deque<Reading> readings = new ArrayDeque<>();

    Silence(Duration length) {
        this.length = length;
    }

    /**
     * Takes a reading of the database's clock, at {@code readAt} of this process's own.
     *
     * @return what was last heard of before is silent; empty until this process has seen enough time pass
     */
    Optional<Instant> before(Instant now, long readAt) {
        readings.addLast(new Reading(now, readAt));
        Optional<Instant> then = Optional.empty();
        while (!readings.isEmpty() && readAt - readings.getFirst().readAt() >= length.toNanos()) {
            then = Optional.of(readings.removeFirst().now());
        }
        // Set back meanwhile, what was heard since looks older than it is.
        Instant latest = now.minus(length);
        return then.map(instant -> instant.isBefore(latest) ? instant : latest);
    }
}
