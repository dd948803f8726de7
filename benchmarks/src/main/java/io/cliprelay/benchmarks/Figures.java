package io.cliprelay.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures, and whether they meet their bars, in lines that programs can read. */
final class Figures {

    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
    }

    /** A figure without a bar. */
    void print(String name, double value, String unit) {
        out.printf(Locale.ROOT, "figure %s %.1f %s%n", name, value, unit);
    }

    /** A figure that should be at most {@code bar}. */
    void print(String name, double value, String unit, double bar) {
        print(name, value, unit);
        out.printf(Locale.ROOT, "bar %s %.1f %s%n", name, bar, value <= bar ? "met" : "missed");
    }
}
