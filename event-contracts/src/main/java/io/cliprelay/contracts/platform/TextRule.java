package io.cliprelay.contracts.platform;

import java.util.Objects;

/**
 * What a text field may hold.
 *
 * @param required whether it must not be blank
 * @param maxLength the longest text, counted in {@code unit}
 * @param forbiddenCharacters each character of this text is refused
 */
public record TextRule(boolean required, int maxLength, LengthUnit unit, String forbiddenCharacters) {

    public TextRule {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(forbiddenCharacters, "forbiddenCharacters");
    }
}
