package io.cliprelay.worker.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What a live post has come to, as its platform says. */
public sealed interface Statistics {

    /**
     * What the platform counts since the post was published. Empty what it does not tell, which is not 0; so is a
     * number below 0.
     *
     * @param views as the platform counts them
     * @param likes reactions of all kinds where the platform has several
     */
    record Counts(Optional<Long> views, Optional<Long> likes, Optional<Long> comments, Optional<Long> shares)
            implements Statistics {
        public Counts {
            views = natural(views, "views");
            likes = natural(likes, "likes");
            comments = natural(comments, "comments");
            shares = natural(shares, "shares");
        }

        private static Optional<Long> natural(Optional<Long> count, String name) {
            Predicate<Long> natural = number -> number >= 0;
            return Objects.requireNonNull(count, name).filter(natural);
        }
    }

    /** The post is there no more: its owner or the platform took it away. It is not asked for again. */
    record Missing() implements Statistics {}

    /** The platform tells nothing of this post to this account, nor will it: it is not asked for again. */
    record Untold() implements Statistics {}
}
