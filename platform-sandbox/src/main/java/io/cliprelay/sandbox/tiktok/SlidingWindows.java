package io.cliprelay.sandbox.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts events by key over the time before now; safe for all threads. */
final class SlidingWindows {

    private final Duration width;
    private final Map<String, Deque<Instant>> events = new HashMap<>();

    SlidingWindows(Duration width) {
        this.width = width;
    }

    /** Counts one more, unless so many lie within the window already. */
    synchronized boolean admits(String key, long limit, Instant now) {
        if (count(key, now) >= limit) {
            return false;
        }
        add(key, now);
        return true;
    }

    synchronized void add(String key, Instant now) {
        events.computeIfAbsent(key, unseen -> new ArrayDeque<>()).addLast(now);
    }

    synchronized int count(String key, Instant now) {
        Deque<Instant> times = events.getOrDefault(key, new ArrayDeque<>());
        times.removeIf(time -> !time.plus(width).isAfter(now));
        return times.size();
    }

    /** How many keys have an event within the window, not counting this one. */
    synchronized long othersActive(String key, Instant now) {
        return events.keySet().stream()
                .filter(other -> !other.equals(key) && count(other, now) > 0)
                .count();
    }

    synchronized void forget() {
        events.clear();
    }
}
