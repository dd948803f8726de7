package io.cliprelay.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures, and whether they meet their bars, in lines that programs can read. */
public final class Figures {

    private final PrintStream out;
    private boolean broken;

    Figures(PrintStream out) {
        this.out = out;
    }

    /** A figure without a bar. */
    public void print(String name, double value, String unit) {
        out.printf(Locale.ROOT, "figure %s %s %s%n", name, shown(value), unit);
    }

    /** A figure that should be at most {@code bar}. */
    public void print(String name, double value, String unit, double bar) {
        print(name, value, unit);
        bar(name, bar, value <= bar);
    }

    /** A figure that should be at least {@code bar}. */
    public void printAtLeast(String name, double value, String unit, double bar) {
        print(name, value, unit);
        bar(name, bar, value >= bar);
    }

    /** A count of what must never happen: where it did, the command fails. */
    public void never(String name, long count, String unit) {
        print(name, count, unit, 0);
        broken |= count > 0;
    }

    /** What is no figure, such as a seed or a finding. */
    public void note(String text) {
        out.println(text);
        out.flush();
    }

    /** Whether something happened that must never happen. */
    boolean broken() {
        return broken;
    }

    private void bar(String name, double bar, boolean met) {
        out.printf(Locale.ROOT, "bar %s %s %s%n", name, shown(bar), met ? "met" : "missed");
    }

    /** Ratios are small: they need a digit more. */
    private static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 && value != Math.rint(value) ? "%.2f" : "%.1f", value);
    }
}
