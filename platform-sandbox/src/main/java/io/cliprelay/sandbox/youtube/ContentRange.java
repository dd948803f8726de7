package io.cliprelay.sandbox.youtube;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request on an upload session says it carries. */
sealed interface ContentRange {

    /** No Content-Range header: everything from byte 0. */
    record Whole() implements ContentRange {}

    /** Bytes first to last, both included; the total is absent while the client does not know it. */
    record Part(long first, long last, OptionalLong total) implements ContentRange {
        long length() {
            return last - first + 1;
        }

        boolean isFinal() {
            return total.isPresent() && last + 1 == total.getAsLong();
        }
    }

    /** Nothing: the client asks how far the upload has come. */
    record Query(OptionalLong total) implements ContentRange {}

    Pattern SYNTAX = Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)");

    /**
     * Reads the header.
     *
     * @throws ApiRefusal if it cannot be read or contradicts itself
     */
    static ContentRange of(Optional<String> header) {
        if (header.isEmpty()) {
            return new Whole();
        }
        Matcher range = SYNTAX.matcher(header.get().trim());
        if (!range.matches()) {
            throw ApiRefusal.of("badRequest");
        }
        OptionalLong total =
                range.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(range.group(3)));
        if (range.group(1) == null) {
            return new Query(total);
        }
        return checked(new Part(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), total));
    }

    private static Part checked(Part part) {
        if (part.length() < 1 || part.total().orElse(Long.MAX_VALUE) <= part.last()) {
            throw ApiRefusal.of("badRequest");
        }
        return part;
    }
}
