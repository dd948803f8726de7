package io.cliprelay.analytics.tally;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What posts have come to, summed over what was last told of each. Empty what was told of none, which is not 0; platforms
 * count views each in their own way.
 *
 * @param posts that went live
 * @param missing that their platform shows no more; what they had come to stays counted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Reception(
        long posts,
        long missing,
        Optional<Long> views,
        Optional<Long> likes,
        Optional<Long> comments,
        Optional<Long> shares) {

    /** Of no post. */
    public static final Reception NONE =
            new Reception(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Reception {
        Objects.requireNonNull(views, "views");
        Objects.requireNonNull(likes, "likes");
        Objects.requireNonNull(comments, "comments");
        Objects.requireNonNull(shares, "shares");
    }
}
