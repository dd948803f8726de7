package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Processing;

/** What the display calls show: a creator's posts that are public and have passed moderation. */
@Singleton
class PublicPosts {

    /** In a post's resource: from when on everybody sees it. */
    static final String PUBLIC_AT = "public_at";

    private static final int DURATION_SECONDS = 30;

    private final Ledger ledger;
    private final Clock clock;

    PublicPosts(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Post> of(Creator creator) {
        Instant now = clock.instant();
        return ledger.all().stream()
                .filter(post -> post.platform().equals(TikTok.ID)
                        && post.account().equals(creator.name())
                        && isShown(post, now))
                .toList();
    }

    private static boolean isShown(Post post, Instant now) {
        return post.resource().hasNonNull(PUBLIC_AT)
                && !now.isBefore(Instant.parse(post.resource().get(PUBLIC_AT).asText()))
                && post.processing().outcome() == Processing.Outcome.PROCESSED;
    }

    /** A video with these of its fields; every post here is thirty seconds long and was seen by nobody. */
    static ObjectNode shown(Post post, Set<String> fields) {
        var video = JsonNodeFactory.instance.objectNode();
        video.put("id", post.id())
                .put("create_time", post.createdAt().getEpochSecond())
                .put("share_url", post.permalink() + "?utm_campaign=sandbox&utm_medium=api")
                .put("title", post.title())
                .put("video_description", post.title())
                .put("duration", DURATION_SECONDS)
                .put("view_count", 0)
                .put("like_count", 0)
                .put("comment_count", 0)
                .put("share_count", 0);
        return video.retain(fields);
    }
}
