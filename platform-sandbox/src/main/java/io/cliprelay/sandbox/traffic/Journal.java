package io.cliprelay.sandbox.traffic;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.SandboxConfig;

/** The last API calls in the order of their arrival; safe for all threads. */
@Singleton
public class Journal {

    private final ConcurrentLinkedDeque<Call> calls = new ConcurrentLinkedDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();
    private final Tallies tallies;
    private final Clock clock;
    private final int capacity;

    Journal(Tallies tallies, Clock clock, SandboxConfig config) {
        this.tallies = tallies;
        this.clock = clock;
        this.capacity = config.rememberedCalls();
    }

    /** Opens the record of a request whose head has just arrived. */
    public Call arrived(String platform, String operation, HttpServerRequest request) {
        var call = new Call(new Call.Snapshot(
                numbers.incrementAndGet(),
                clock.instant(),
                platform,
                operation,
                request.method().name(),
                request.path(),
                null,
                0,
                null,
                null,
                0,
                null));
        calls.addLast(call);
        if (size.incrementAndGet() > capacity && calls.pollFirst() != null) {
            size.decrementAndGet();
        }
        tallies.of(platform).called(operation);
        return call;
    }

    /** The last calls, the newest at the end. */
    public List<Call.Snapshot> last(int count) {
        var all = calls.stream()
                .map(Call::snapshot)
                .sorted(Comparator.comparingLong(Call.Snapshot::number))
                .toList();
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    public void forget() {
        while (calls.pollFirst() != null) {
            size.decrementAndGet();
        }
    }
}
