package io.cliprelay.instagram;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The API's timestamps: {@code 2026-11-22T12:00:00+0000}, to the second. */
final class MediaTime {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssX");
    private static final DateTimeFormatter WITH_MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");

    private MediaTime() {}

    /** Empty where there is none that can be read. */
    static Optional<Instant> of(String text) {
        return text == null ? Optional.empty() : parse(text, WITH_MINUTES).or(() -> parse(text, FORM));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
