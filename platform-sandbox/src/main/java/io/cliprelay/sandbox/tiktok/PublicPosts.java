package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Processing;
import io.cliprelay.sandbox.gallery.Reception;

/** What the display calls show: a creator's posts that are public and have passed moderation. */
@Singleton
class PublicPosts {

    /** In a post's resource: from when on everybody sees it. */
    static final String PUBLIC_AT = "public_at";

    private static final int DURATION_SECONDS = 30;

    private final Ledger ledger;
    private final Audience audience;
    private final Clock clock;

    PublicPosts(Ledger ledger, Audience audience, Clock clock) {
        this.ledger = ledger;
        this.audience = audience;
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

    /** A video with these of its fields; every post here is thirty seconds long. */
    ObjectNode shown(Post post, Set<String> fields) {
        Reception reception = audience.of(post);
        var video = JsonNodeFactory.instance.objectNode();
        video.put("id", post.id())
                .put("create_time", post.createdAt().getEpochSecond())
                .put("share_url", post.permalink() + "?utm_campaign=sandbox&utm_medium=api")
                .put("title", post.title())
                .put("video_description", post.title())
                .put("duration", DURATION_SECONDS)
                .put("view_count", reception.views())
                .put("like_count", reception.likes())
                .put("comment_count", reception.comments())
                .put("share_count", reception.shares());
        return video.retain(fields);
    }
}
