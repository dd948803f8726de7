package io.cliprelay.cli.stats;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** How long something took, for people: {@code 3.9 s}, {@code 5 min 3 s}, {@code 2 h 6 min}. */
final class Lasted {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Lasted() {}

    /** What a report tells in seconds; empty where it tells nothing. */
    static String of(JsonNode seconds) {
        return seconds.isNumber() ? shown(seconds.asDouble()) : "";
    }

    private static String shown(double seconds) {
        if (seconds < MINUTE) {
            return "%s s".formatted(trimmed(seconds));
        }
        long whole = Math.round(seconds);
        return whole < HOUR
                ? "%d min %d s".formatted(whole / MINUTE, whole % MINUTE)
                : "%d h %d min".formatted(whole / HOUR, whole % HOUR / MINUTE);
    }

    /** Tenths of a second, and of what is less than one, thousandths. */
    private static String trimmed(double seconds) {
        return String.format(Locale.ROOT, seconds < 1 ? "%.3f" : "%.1f", seconds);
    }
}
