package io.cliprelay.analytics.tally;

/**
 * Classes of durations, each a tenth wider than the one before: so the middle of a class is within five percent of
 * whatever is in it. Class n holds what is longer than 1.1^(n-1) ms and at most 1.1^n ms; class 0 what is at most 1 ms.
 */
public final class LogScale {

    /** How much wider each class is; the statements that write classes have the same number. */
    public static final double GROWTH = 1.1;

    private LogScale() {}

    /** The class of a duration in milliseconds. */
    public static int classOf(double millis) {
        return (int) Math.ceil(Math.log(Math.max(millis, 1)) / Math.log(GROWTH));
    }

    /** The duration in the middle of a class, in milliseconds. */
    public static double middle(int number) {
        return number == 0 ? 1 : Math.pow(GROWTH, number - 0.5);
    }
}
