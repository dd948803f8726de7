package io.cliprelay.sandbox.tiktok;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a publication whose last byte is there.
 *
 * @param postId of the post that was made; empty for a draft
 * @param doneAt when processing ends
 * @param publicAt when the post has passed moderation; empty where it never becomes public
 * @param failReason why processing ends without a post
 */
record Completion(
        String sha256,
        Optional<String> postId,
        Instant doneAt,
        Optional<Instant> publicAt,
        Optional<String> failReason) {

    boolean isDoneBy(Instant now) {
        return !now.isBefore(doneAt);
    }

    boolean isPublicBy(Instant now) {
        return isDoneBy(now)
                && failReason.isEmpty()
                && publicAt.filter(at -> !now.isBefore(at)).isPresent();
    }
}
