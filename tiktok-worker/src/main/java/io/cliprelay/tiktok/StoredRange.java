package io.cliprelay.tiktok;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Content-Range} of a 206: what an upload has. */
final class StoredRange {

    private static final Pattern FORM = Pattern.compile("bytes 0-(\\d{1,18})/(\\d{1,18}|\\*)");

    private StoredRange() {}

    /**
     * Whether the header proves that everything before {@code end} is stored. It is not documented whether it counts the
     * bytes or names the last one, so that both mean the same.
     */
    static boolean proves(Optional<String> header, long end) {
        return header.map(value -> FORM.matcher(value.trim()))
                .filter(Matcher::matches)
                .map(range -> Long.parseLong(range.group(1)))
                .filter(number -> number == end || number == end - 1)
                .isPresent();
    }
}
