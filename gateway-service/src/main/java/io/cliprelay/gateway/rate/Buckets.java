package io.cliprelay.gateway.rate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What callers have left; forgets who was silent for longest. May be used from any thread. */
class Buckets {

    private final int most;
    private final LongSupplier clock;
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    /** @param clock monotonic, in nanoseconds */
    Buckets(int most, LongSupplier clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes a request from the bucket of that name. */
    synchronized Rate.Turn take(String name, Rate rate) {
        long now = clock.getAsLong();
        Rate.Turn turn = rate.take(fullAt.getOrDefault(name, now), now);
        fullAt.put(name, turn.fullAt());
        if (fullAt.size() > most) {
            fullAt.remove(fullAt.keySet().iterator().next());
        }
        return turn;
    }
}
