package io.cliprelay.contracts.platform;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a platform counts the length of a text. */
public enum LengthUnit {
    /** Unicode code points. */
    @JsonProperty("characters")
    CHARACTERS,
    @JsonProperty("utf-16-units")
    UTF_16_UNITS,
    /** Bytes in UTF-8. */
    @JsonProperty("bytes")
    BYTES;

    /** The length of {@code text} in this unit. */
    public int lengthOf(String text) {
        return switch (this) {
            case CHARACTERS -> text.codePointCount(0, text.length());
            case UTF_16_UNITS -> text.length();
            case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }

    /** Its name for people, for more than one. */
    public String plural() {
        return switch (this) {
            case CHARACTERS -> "characters";
            case UTF_16_UNITS -> "UTF-16 units";
            case BYTES -> "bytes";
        };
    }
}
