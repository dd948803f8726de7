package io.cliprelay.scheduler.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.platform.PlatformLimit;

/** When a platform's limits give way that was not told by the platform; plain arithmetic. */
final class LimitReset {

    /** What is counted in less is over before it matters. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private LimitReset() {}

    /**
     * When the first of the limits on uploads gives way: one counted by days at the next midnight in its zone, one
     * counted in a window when, on average, one of its uploads has left it. Empty where there is no such limit.
     */
    static Optional<Instant> next(List<PlatformLimit> limits, Instant now) {
        return limits.stream()
                .filter(limit -> limit.perUpload() > 0 && limit.uploads() > 0)
                .flatMap(limit -> next(limit, now).stream())
                .min(Instant::compareTo);
    }

    private static Optional<Instant> next(PlatformLimit limit, Instant now) {
        return limit.dailyIn().map(zone -> midnight(zone, now)).or(() -> limit.rolling()
                .filter(length -> length.compareTo(SHORTEST) >= 0)
                .map(length -> now.plus(length.dividedBy(limit.uploads()))));
    }

    private static Instant midnight(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
