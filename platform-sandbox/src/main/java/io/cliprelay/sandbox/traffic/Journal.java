package io.cliprelay.sandbox.traffic;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.SandboxConfig;
import io.cliprelay.sandbox.account.PlatformAccounts;

/** The last API calls in the order of their arrival; safe for all threads. */
@Singleton
public class Journal {

    private final ConcurrentLinkedDeque<Call> calls = new ConcurrentLinkedDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, PlatformAccounts> accountsByPlatform = new HashMap<>();
    private final Tallies tallies;
    private final Clock clock;
    private final int capacity;

    Journal(Tallies tallies, @All List<PlatformAccounts> platforms, Clock clock, SandboxConfig config) {
        platforms.forEach(accounts -> accountsByPlatform.put(accounts.platform(), accounts));
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
                account(platform, request),
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

    private String account(String platform, HttpServerRequest request) {
        return Optional.ofNullable(accountsByPlatform.get(platform))
                .flatMap(accounts -> accounts.callerOf(request))
                .orElse(null);
    }

    /** The last calls that match, the newest at the end. */
    public List<Call.Snapshot> last(int count, Predicate<Call.Snapshot> wanted) {
        var all = calls.stream()
                .map(Call::snapshot)
                .filter(wanted)
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
