package io.cliprelay.youtube;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Range} header of a 308: what a session has. */
final class UploadedRange {

    /** Both forms were seen: {@code bytes=0-N} and {@code 0-N}. */
    private static final Pattern FORM = Pattern.compile("(?:bytes=)?0-(\\d+)");

    private UploadedRange() {}

    /** The number of bytes that are stored: the bound is inclusive, and no header means none. */
    static long bytes(Optional<String> header) {
        return header.map(UploadedRange::bytes).orElse(0L);
    }

    private static long bytes(String header) {
        Matcher range = FORM.matcher(header.trim());
        if (!range.matches()) {
            throw new IllegalArgumentException("not a Range of an upload: " + header);
        }
        return Long.parseLong(range.group(1)) + 1;
    }
}
