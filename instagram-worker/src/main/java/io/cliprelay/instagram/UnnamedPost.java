package io.cliprelay.instagram;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Reel that is known to be live by its container and not by its id: there is no documented way from the one to the
 * other.
 *
 * @param openedAt when the container was opened; the Reel cannot be older
 * @param seenAt when it was seen to be published
 */
record UnnamedPost(String container, Instant openedAt, Instant seenAt) {

    private static final Pattern FORM = Pattern.compile("container:(\\d+):(\\d{1,12}):(\\d{1,12})");

    /** Empty where a post's id is an id indeed. */
    static Optional<UnnamedPost> of(String postId) {
        Matcher form = FORM.matcher(postId);
        return form.matches()
                ? Optional.of(new UnnamedPost(form.group(1), instant(form.group(2)), instant(form.group(3))))
                : Optional.empty();
    }

    /** What stands for its id. */
    String postId() {
        return "container:%s:%d:%d".formatted(container, openedAt.getEpochSecond(), seenAt.getEpochSecond());
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }
}
