package io.cliprelay.contracts.platform;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An option that a target may have.
 *
 * @param description a sentence on its values
 * @param values those it may have; empty where any text is taken
 * @param format how a value has to be written; empty where that does not matter
 */
public record OptionRule(String description, List<String> values, Optional<OptionFormat> format) {

    public OptionRule {
        Objects.requireNonNull(description, "description");
        values = values == null ? List.of() : List.copyOf(values);
        format = format == null ? Optional.empty() : format;
    }

    /** An option that takes one of {@code values}. */
    public static OptionRule choice(String description, List<String> values) {
        return new OptionRule(description, values, Optional.empty());
    }

    /** An option that takes any text. */
    public static OptionRule text(String description) {
        return choice(description, List.of());
    }

    /** An option that is {@code true} or {@code false}. */
    public static OptionRule flag(String description) {
        return choice(description, List.of("true", "false"));
    }

    /** An option that is an instant (RFC 3339), such as {@code 2026-12-01T18:00:00Z}. */
    public static OptionRule instant(String description) {
        return new OptionRule(description, List.of(), Optional.of(OptionFormat.INSTANT));
    }

    /** Whether {@code value} is one that it may have. */
    public boolean takes(String value) {
        return (values.isEmpty() || values.contains(value))
                && format.map(wanted -> isWritten(value, wanted)).orElse(true);
    }

    private static boolean isWritten(String value, OptionFormat format) {
        return switch (format) {
            case INSTANT -> isInstant(value);
        };
    }

    private static boolean isInstant(String value) {
        try {
            return OffsetDateTime.parse(value) != null;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
