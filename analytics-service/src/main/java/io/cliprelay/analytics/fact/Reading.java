package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a post has come to; empty what its platform did not tell, which is not 0. */
record Reading(Instant at, Optional<Long> views, Optional<Long> likes, Optional<Long> comments, Optional<Long> shares) {

    Reading {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(views, "views");
        Objects.requireNonNull(likes, "likes");
        Objects.requireNonNull(comments, "comments");
        Objects.requireNonNull(shares, "shares");
    }

    Reading orLater(Reading other) {
        return other.at.isAfter(at) ? other : this;
    }
}
