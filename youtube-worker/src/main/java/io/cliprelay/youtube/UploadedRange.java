package io.cliprelay.youtube;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Range} header of a 308: what a session has. */
final class UploadedRange {

    /** Both forms were seen: {@code bytes=0-N} and {@code 0-N}. */
    private static final Pattern FORM = Pattern.compile("(?:bytes=)?0-(\\d{1,18})");

    private UploadedRange() {}

    /** The number of bytes that are stored: the bound is inclusive, no header means none; empty where unreadable. */
    static Optional<Long> bytes(Optional<String> header) {
        return header.map(UploadedRange::bytes).orElse(Optional.of(0L));
    }

    private static Optional<Long> bytes(String header) {
        Matcher range = FORM.matcher(header.trim());
        return range.matches() ? Optional.of(Long.parseLong(range.group(1)) + 1) : Optional.empty();
    }
}
