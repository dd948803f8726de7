package io.cliprelay.scheduler.slot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.WallTime;

/**
 * A time that comes again: on some days of the week, by the clock on a wall.
 *
 * @param days at least one
 */
public record Slot(Set<DayOfWeek> days, LocalTime time, ZoneId zone) {

    public Slot {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(zone, "zone");
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a slot needs a day of the week");
        }
    }

    /** What the clock on the wall shows at one of its instants; empty where {@code instant} is none of them. */
    Optional<WallTime> meant(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        // A day early, too: what a gap moves on may come after midnight.
        return Stream.of(date, date.minusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> new WallTime(day.atTime(time), zone))
                .filter(shown -> shown.instant().equals(instant))
                .findFirst();
    }

    /** Its instants after {@code after}, the next first, without end. */
    Stream<Instant> instants(Instant after) {
        // A day early: what a gap moves on may come after midnight.
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(1);
        return Stream.iterate(first, date -> date.plusDays(1))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .map(date -> new WallTime(date.atTime(time), zone).instant())
                .filter(instant -> instant.isAfter(after));
    }
}
