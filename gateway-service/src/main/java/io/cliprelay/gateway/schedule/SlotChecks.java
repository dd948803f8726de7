package io.cliprelay.gateway.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cliprelay.contracts.problem.FieldError;

/** Checks slots before the scheduler gets them; plain functions. */
final class SlotChecks {

    /** More are a mistake: with so many nobody would speak of slots. */
    private static final int MOST = 100;

    private SlotChecks() {}

    static List<FieldError> errors(List<Slot> slots) {
        if (slots.isEmpty() || slots.size() > MOST) {
            return List.of(new FieldError(
                    "",
                    "slots.count",
                    "There are %d slots.".formatted(slots.size()),
                    "Send from 1 to %d; DELETE takes all away.".formatted(MOST)));
        }
        return IntStream.range(0, slots.size())
                .boxed()
                .flatMap(index -> errors("/" + index, slots.get(index)))
                .toList();
    }

    private static Stream<FieldError> errors(String pointer, Slot slot) {
        if (slot == null) {
            return Stream.of(
                    new FieldError(pointer, "slot.missing", "There is null instead of a slot.", "Leave it out."));
        }
        return Stream.concat(
                days(pointer, slot.days()),
                Stream.of(time(pointer + "/time", slot.time()), zone(pointer + "/zone", slot.zone()))
                        .flatMap(Optional::stream));
    }

    private static Stream<FieldError> days(String pointer, List<String> days) {
        String fix = "Use days such as \"TUESDAY\".";
        return days.isEmpty()
                ? Stream.of(new FieldError(pointer + "/days", "slot.days-missing", "The slot is on no day.", fix))
                : IntStream.range(0, days.size())
                        .filter(index -> !reads(() -> DayOfWeek.valueOf(days.get(index))))
                        .mapToObj(index -> new FieldError(
                                pointer + "/days/" + index,
                                "slot.day-unknown",
                                "\"%s\" is no day of the week.".formatted(days.get(index)),
                                fix));
    }

    private static Optional<FieldError> time(String pointer, Optional<String> time) {
        return time.filter(text -> reads(() -> LocalTime.parse(text))).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError(
                        pointer,
                        "slot.time-invalid",
                        "The slot has no time of day.",
                        "Use one such as \"18:00\", without an offset."));
    }

    private static Optional<FieldError> zone(String pointer, Optional<String> zone) {
        return zone.filter(text -> reads(() -> ZoneId.of(text))).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError(
                        pointer,
                        "zone.unknown",
                        zone.map("There is no zone \"%s\"."::formatted).orElse("The slot has no zone."),
                        "Use the name of a zone, such as \"Europe/Berlin\" or \"America/New_York\"."));
    }

    private static boolean reads(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
