package io.cliprelay.gateway.clip;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended, of the clips that a filter lets through.
 *
 * @param last the last clip shown
 * @param filter the digest of the filter
 */
record ClipCursor(UUID last, String filter) {

    static ClipCursor after(UUID last, ClipFilter filter) {
        return new ClipCursor(last, filter.digest());
    }

    /** The cursor in {@code text}; empty where it is none. */
    static Optional<ClipCursor> read(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = decoded.indexOf('/');
            return end < 0
                    ? Optional.empty()
                    : ClipProblems.uuid(decoded.substring(0, end))
                            .map(last -> new ClipCursor(last, decoded.substring(end + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    boolean isOf(ClipFilter other) {
        return filter.equals(other.digest());
    }

    /** As callers keep it. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last + "/" + filter).getBytes(StandardCharsets.UTF_8));
    }
}
