package io.cliprelay.cli.stats;

/** A bar of eighths of a character. */
final class Bar {

    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    private Bar() {}

    /** A bar for {@code value} where {@code most} fills {@code width} characters; what is more than 0 is seen. */
    static String of(long value, long most, int width) {
        if (value <= 0 || most <= 0) {
            return "";
        }
        int eighths = (int) Math.max(1, value * width * 8 / most);
        String full = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8 - 1);
    }
}
