package io.cliprelay.scheduler.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.WallTime;

/** The slots of one account taken together; plain arithmetic. */
public record SlotCalendar(List<Slot> slots) {

    /** Who has planned this far ahead has no free slot, but too many clips. */
    private static final Duration FURTHEST = Duration.ofDays(2 * 366L);

    public SlotCalendar {
        slots = List.copyOf(slots);
    }

    /** The next {@code count} instants after {@code after}, the first first; none where there are no slots. */
    public List<Instant> preview(Instant after, int count) {
        return slots.stream()
                .flatMap(slot -> slot.instants(after).limit(count))
                .distinct()
                .sorted()
                .limit(count)
                .toList();
    }

    /** The first instant after {@code after} that is not taken; empty where there are no slots, or none for two years. */
    public Optional<Instant> nextFree(Instant after, Set<Instant> taken) {
        return slots.stream()
                .flatMap(slot -> firstFree(slot, after, taken).stream())
                .min(Instant::compareTo);
    }

    /** What the clock on the wall shows at an instant that is a slot; empty where it is none. */
    public Optional<WallTime> meant(Instant instant) {
        return slots.stream().flatMap(slot -> slot.meant(instant).stream()).findFirst();
    }

    private static Optional<Instant> firstFree(Slot slot, Instant after, Set<Instant> taken) {
        Instant end = after.plus(FURTHEST);
        Stream<Instant> near = slot.instants(after).takeWhile(instant -> instant.isBefore(end));
        return near.filter(instant -> !taken.contains(instant)).findFirst();
    }
}
