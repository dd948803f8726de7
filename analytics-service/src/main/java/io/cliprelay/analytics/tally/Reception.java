package io.cliprelay.analytics.tally;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What posts have come to, summed over what was last told of each. Empty what was told of none, which is not 0; platforms
 * count views each in their own way.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Reception(Optional<Long> views, Optional<Long> likes, Optional<Long> comments, Optional<Long> shares) {

    public Reception {
        Objects.requireNonNull(views, "views");
        Objects.requireNonNull(likes, "likes");
        Objects.requireNonNull(comments, "comments");
        Objects.requireNonNull(shares, "shares");
    }
}
