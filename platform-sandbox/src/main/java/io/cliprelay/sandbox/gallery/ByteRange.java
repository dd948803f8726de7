package io.cliprelay.sandbox.gallery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file a request wants (RFC 9110, section 14). */
sealed interface ByteRange {

    /** All of them: no range, one that cannot be read, or several, which a server need not serve. */
    record Whole() implements ByteRange {}

    /** First to last, both included. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** None of them is there. */
    record Unsatisfiable() implements ByteRange {}

    Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Reads a {@code Range} header, which may be null, for a file of this length. */
    static ByteRange of(String header, long length) {
        Matcher range = SYNTAX.matcher(header == null ? "" : header.trim());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new Whole();
        }
        return range.group(1).isEmpty()
                ? suffix(Long.parseLong(range.group(2)), length)
                : from(Long.parseLong(range.group(1)), range.group(2), length);
    }

    private static ByteRange suffix(long count, long length) {
        return count == 0 || length == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - count), length - 1);
    }

    private static ByteRange from(long first, String last, long length) {
        if (first >= length) {
            return new Unsatisfiable();
        }
        long end = last.isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(last));
        return end < first ? new Whole() : new Part(first, end);
    }
}
