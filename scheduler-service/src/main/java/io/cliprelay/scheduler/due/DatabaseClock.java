package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;

/** The database's clock as this process knows it: its last reading, carried on by time that no one can set. */
final class DatabaseClock {

    private Instant reading = Instant.EPOCH;
    private long readAt;

    /**
     * Takes a reading.
     *
     * @param askedAt {@link System#nanoTime()} before the question
     * @param answeredAt the same after the answer
     * @return how far it is from where the clock was thought to be
     */
    Duration read(Instant now, long askedAt, long answeredAt) {
        long middle = askedAt + (answeredAt - askedAt) / 2;
        Duration off = Duration.between(at(middle), now).abs();
        reading = now;
        readAt = middle;
        return off;
    }

    Instant at(long nanoTime) {
        return reading.plusNanos(nanoTime - readAt);
    }

    /** How long until {@code instant}, as of {@code nanoTime}; negative where it is past. */
    Duration until(Instant instant, long nanoTime) {
        return Duration.between(at(nanoTime), instant);
    }
}
