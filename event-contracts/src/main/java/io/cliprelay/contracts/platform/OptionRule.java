package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Objects;

/**
 * An option that a target may have.
 *
 * @param description a sentence on its values
 * @param values those it may have; empty where any text is taken
 */
public record OptionRule(String description, List<String> values) {

    public OptionRule {
        Objects.requireNonNull(description, "description");
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** An option that takes any text. */
    public static OptionRule text(String description) {
        return new OptionRule(description, List.of());
    }

    /** An option that is {@code true} or {@code false}. */
    public static OptionRule flag(String description) {
        return new OptionRule(description, List.of("true", "false"));
    }

    /** Whether {@code value} is one that it may have. */
    public boolean takes(String value) {
        return values.isEmpty() || values.contains(value);
    }
}
