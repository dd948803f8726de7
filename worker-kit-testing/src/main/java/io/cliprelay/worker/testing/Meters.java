package io.cliprelay.worker.testing;

import java.util.List;
import java.util.Map;

/** What was spent since the meters were read last. */
final class Meters {

    private final List<Meter> meters;
    private final String platform;
    private final Sandbox sandbox;
    private final ChargeBook book;
    private Reading last;

    Meters(Subject subject, Sandbox sandbox, ChargeBook book) {
        this.meters = subject.meters();
        this.platform = subject.platform();
        this.sandbox = sandbox;
        this.book = book;
        this.last = read();
    }

    private record Reading(Map<String, Long> charged, Map<String, Long> calls) {}

    /** Reads them; yields what has come since the reading before. */
    List<Spending> since() {
        Reading before = last;
        last = read();
        return meters.stream().map(meter -> spending(meter, before, last)).toList();
    }

    private static Spending spending(Meter meter, Reading before, Reading now) {
        long charged =
                now.charged().getOrDefault(meter.limit(), 0L) - before.charged().getOrDefault(meter.limit(), 0L);
        return new Spending(meter, charged, meter.sum(now.calls()) - meter.sum(before.calls()));
    }

    private Reading read() {
        return meters.isEmpty() ? new Reading(Map.of(), Map.of()) : new Reading(book.sums(), sandbox.calls(platform));
    }
}
