package io.cliprelay.cli.command;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import io.cliprelay.cli.api.SlotPlan.Slot;

/** Reads one slot: days, a time and a zone. */
final class SlotArgument implements ITypeConverter<Slot> {

    private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

    @Override
    public Slot convert(String value) {
        String[] parts = value.trim().split("\\s+");
        if (parts.length != 3) {
            throw new TypeConversionException(
                    "'" + value
                            + "' is no slot; give days, a time and a zone, such as \"tue,thu 18:00 Europe/Berlin\" or \"daily 9:00 UTC\"");
        }
        List<String> days = Arrays.stream(parts[0].split(","))
                .flatMap(SlotArgument::days)
                .map(DayOfWeek::name)
                .distinct()
                .toList();
        String time = parts[1].length() == 4 ? "0" + parts[1] : parts[1];
        return new Slot(days, Optional.of(time), Optional.of(parts[2]));
    }

    private static Stream<DayOfWeek> days(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return switch (name) {
            case "DAILY" -> DAYS.stream();
            case "WEEKDAYS" -> DAYS.stream().limit(5);
            case "WEEKENDS" -> DAYS.stream().skip(5);
            default -> Stream.of(day(name));
        };
    }

    private static DayOfWeek day(String name) {
        return DAYS.stream()
                .filter(day -> name.length() >= 2 && day.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + name + "' is no day; give mon to sun, daily, weekdays or weekends"));
    }
}
