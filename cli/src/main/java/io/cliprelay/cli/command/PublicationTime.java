package io.cliprelay.cli.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --at}: an instant, a time from now, or a local date and time. */
record PublicationTime(Clock clock, ZoneId zone) implements ITypeConverter<Instant> {

    private static final Pattern FROM_NOW = Pattern.compile("\\+(\\d+)([smhd])");

    /** Now, in the zone of this machine; picocli makes it by this constructor. */
    PublicationTime() {
        this(Clock.systemUTC(), ZoneId.systemDefault());
    }

    @Override
    public Instant convert(String value) {
        Matcher fromNow = FROM_NOW.matcher(value);
        try {
            return fromNow.matches() ? clock.instant().plus(duration(fromNow)) : pointInTime(value);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + value
                    + "' is no time; give 2026-12-01T18:00:00Z, 2026-12-01T18:00 (in the zone of this machine) "
                    + "or +30s, +10m, +2h, +1d");
        }
    }

    private static Duration duration(Matcher fromNow) {
        long amount = Long.parseLong(fromNow.group(1));
        return switch (fromNow.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private Instant pointInTime(String value) {
        boolean hasOffset = value.endsWith("Z") || value.matches(".*[+-]\\d{2}:\\d{2}$");
        return hasOffset
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDateTime.parse(value).atZone(zone).toInstant();
    }
}
