package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Rings at an instant of the database's clock, at the earliest of those that it is set to. Only to be touched on its
 * context.
 */
final class Alarm {

    /** A clock that is further off than that was set by somebody. */
    private static final Duration STEP = Duration.ofMillis(250);

    private final DatabaseClock clock = new DatabaseClock();
    private final Vertx vertx;
    private final Context context;
    private final Runnable ring;
    private Instant at = Instant.MAX;
    private boolean held;
    private long timer = -1;

    Alarm(Vertx vertx, Context context, Runnable ring) {
        this.vertx = vertx;
        this.context = context;
        this.ring = ring;
    }

    /** Has it ring at {@code instant}, unless it rings before that. */
    void ringBy(Instant instant) {
        if (instant.isBefore(at)) {
            at = instant;
            arm();
        }
    }

    /** Has it ring at once. */
    void ringNow() {
        ringBy(Instant.MIN);
    }

    /** Has it ring after {@code pause} at the latest. */
    void ringWithin(Duration pause) {
        ringBy(now().plus(pause));
    }

    /** Keeps silent, and remembers what it is set to, until {@link #release()}. Forgets what it was set to before. */
    void hold() {
        held = true;
        at = Instant.MAX;
        vertx.cancelTimer(timer);
    }

    void release() {
        held = false;
        arm();
    }

    /** Takes a reading of the database's clock; where that was set by somebody, all instants are to be thought over. */
    void read(Instant now, long askedAt, long answeredAt) {
        if (clock.read(now, askedAt, answeredAt).compareTo(STEP) > 0) {
            ringNow();
        }
    }

    /** The database's clock, as far as it is known. */
    Instant now() {
        return clock.at(System.nanoTime());
    }

    private void arm() {
        vertx.cancelTimer(timer);
        if (held || at.equals(Instant.MAX)) {
            return;
        }
        if (at.equals(Instant.MIN)) {
            context.runOnContext(ignored -> ring.run());
        } else {
            timer = vertx.setTimer(millis(clock.until(at, System.nanoTime())), fired -> ring.run());
        }
    }

    /** Rounded up, so that what it rings for is due; a timer's shortest time is one. */
    private static long millis(Duration pause) {
        return Math.max(1, pause.plusNanos(999_999).toMillis());
    }
}
