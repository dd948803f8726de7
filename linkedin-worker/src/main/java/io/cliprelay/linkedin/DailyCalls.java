package io.cliprelay.linkedin;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * This process's calls since midnight UTC, by account. LinkedIn does not tell what is left, so that this tells a day that
 * is used up from a short throttle. Safe for all threads.
 */
@ApplicationScoped
class DailyCalls {

    private final Map<UUID, Long> byAccount = new HashMap<>();
    private final InstantSource clock;
    private LocalDate day;

    DailyCalls(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void count(UUID account) {
        turnDay();
        byAccount.merge(account, 1L, Long::sum);
    }

    /** Whether nine tenths of the day's calls, or more, were made. */
    synchronized boolean aboutUsedUp(UUID account, long perDay) {
        turnDay();
        return byAccount.getOrDefault(account, 0L) * 10 >= perDay * 9;
    }

    private void turnDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            byAccount.clear();
            day = today;
        }
    }
}
