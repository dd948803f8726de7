package io.cliprelay.sandbox.tiktok;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes a request carries, first to last, both included. */
record ContentRange(long first, long last, long total) {

    private static final Pattern SYNTAX = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /** The header's meaning; empty if it is absent, unreadable or contradicts itself. */
    static Optional<ContentRange> of(String header) {
        Matcher range = SYNTAX.matcher(header == null ? "" : header.trim());
        return range.matches() ? Optional.of(read(range)).filter(ContentRange::isPossible) : Optional.empty();
    }

    private static ContentRange read(Matcher range) {
        return new ContentRange(
                Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), Long.parseLong(range.group(3)));
    }

    private boolean isPossible() {
        return first <= last && last < total;
    }

    long length() {
        return last - first + 1;
    }
}
