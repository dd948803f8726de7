package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Goes up at once and down late: to the most that was wanted within a time. Not thread-safe. */
public final class Descent {

    private final Duration coolDown;
    private final Deque<Wish> wishes = new ArrayDeque<>();

    private record Wish(Instant at, int replicas) {}

    /** @param coolDown how long a number must not have been wanted until it is given up */
    public Descent(Duration coolDown) {
        this.coolDown = coolDown;
    }

    /** How many there shall be, now that so many are wanted; {@code now} never goes back. */
    public int from(Instant now, int wanted) {
        wishes.addLast(new Wish(now, wanted));
        while (wishes.getFirst().at().isBefore(now.minus(coolDown))) {
            wishes.removeFirst();
        }
        return wishes.stream().mapToInt(Wish::replicas).max().orElse(wanted);
    }
}
