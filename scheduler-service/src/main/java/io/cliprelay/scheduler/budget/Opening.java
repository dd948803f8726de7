package io.cliprelay.scheduler.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When a budget has room for one upload more; plain arithmetic. */
final class Opening {

    /** How far ahead is looked for room. */
    static final Duration HORIZON = Duration.ofDays(14);

    /** The longest span of a limit that is looked ahead in, with a little over. */
    static final Duration LONGEST_SPAN = Duration.ofHours(50);

    /** Uploads that are moved to the start of a day follow each other at this pace. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private Opening() {}

    /** The first instant from {@code from} on at which there is room; empty where there is none within the horizon. */
    static Optional<Instant> of(Use use, Instant from) {
        return use.limit()
                .dailyIn()
                .map(zone -> ofDay(use, zone, from))
                .orElseGet(() -> ofWindow(use, use.limit().rolling().orElseThrow(), from));
    }

    private static Optional<Instant> ofDay(Use use, ZoneId zone, Instant from) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        return first.datesUntil(first.plusDays(HORIZON.toDays()))
                .map(day -> new Day(day, count(use, zone, day)))
                .filter(day -> day.used() < use.limit().uploads())
                .findFirst()
                .map(day -> day.date().equals(first) ? from : day.turn(zone));
    }

    private static long count(Use use, ZoneId zone, LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return use.planned().stream()
                .filter(at -> !at.isBefore(start) && at.isBefore(end))
                .count();
    }

    private record Day(LocalDate date, long used) {

        Instant turn(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant().plus(PACE.multipliedBy(used));
        }
    }

    private static Optional<Instant> ofWindow(Use use, Duration length, Instant from) {
        Instant end = from.plus(HORIZON);
        long allowed = use.limit().uploads();
        return Optional.of(allowed)
                .filter(some -> some > 0)
                .map(some -> besideAll(use.planned(), allowed, length, from))
                .filter(at -> at.isBefore(end));
    }

    /**
     * The first instant that is in no window with as many as it may hold, in one pass: wherever so many follow each other
     * within the length, there is no room from that long before the last of them until that long after the first.
     */
    private static Instant besideAll(List<Instant> planned, long allowed, Duration length, Instant from) {
        Instant at = from;
        for (int first = 0; first + allowed <= planned.size(); first++) {
            Instant start = planned.get(first);
            Instant last = planned.get((int) (first + allowed - 1));
            Instant free = start.plus(length);
            if (last.isBefore(free) && at.isAfter(last.minus(length)) && at.isBefore(free)) {
                at = free;
            }
        }
        return at;
    }
}
