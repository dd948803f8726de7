package io.cliprelay.cli.progress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Bytes and times as people read them. */
final class Quantity {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final int STEP = 1000;

    private Quantity() {}

    /** {@code 950 B}, {@code 1.5 MB}. */
    static String bytes(long count) {
        double amount = count;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return unit == 0 ? count + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS.get(unit));
    }

    /** {@code 0:07}, {@code 12:30}, {@code 3:00:00}. */
    static String time(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        return shown.toHours() == 0
                ? "%d:%02d".formatted(shown.toMinutesPart(), shown.toSecondsPart())
                : "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }
}
