package io.cliprelay.sandbox.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The sums of one platform; safe for all threads. */
public final class Tally {

    private final LongAdder mediaBytesReceived = new LongAdder();
    private final LongAdder sessionsOpened = new LongAdder();
    private final LongAdder videosCreated = new LongAdder();
    private final LongAdder tokenRefreshes = new LongAdder();
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

    /** The sums at one moment; every byte of an upload's body counts, also those that were not kept. */
    public record Sums(
            long mediaBytesReceived,
            long sessionsOpened,
            long videosCreated,
            long tokenRefreshes,
            Map<String, Long> calls) {}

    public void mediaBytes(int count) {
        mediaBytesReceived.add(count);
    }

    public void sessionOpened() {
        sessionsOpened.increment();
    }

    public void videoCreated() {
        videosCreated.increment();
    }

    public void tokenRefreshed() {
        tokenRefreshes.increment();
    }

    void called(String operation) {
        calls.computeIfAbsent(operation, name -> new LongAdder()).increment();
    }

    public Sums sums() {
        var byOperation = new TreeMap<String, Long>();
        calls.forEach((operation, count) -> byOperation.put(operation, count.sum()));
        return new Sums(
                mediaBytesReceived.sum(), sessionsOpened.sum(), videosCreated.sum(), tokenRefreshes.sum(), byOperation);
    }
}
