package io.cliprelay.sandbox.gallery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A post as the admin API shows it.
 *
 * @param state {@code processing}, {@code processed}, {@code failed}, {@code rejected}, {@code draft}, {@code removed}
 * @param reason why it failed, was rejected or removed; null where it was not
 * @param video the path where the video can be played; null if its bytes were not kept
 */
public record PostView(
        String id,
        String platform,
        String account,
        String channelId,
        String title,
        String description,
        List<String> tags,
        String privacy,
        String fileName,
        String contentType,
        long bytes,
        String sha256,
        Instant createdAt,
        String permalink,
        String thumbnailSha256,
        String uploadSession,
        String state,
        String reason,
        String video,
        JsonNode resource) {

    static PostView of(Post post, Instant now, boolean playable) {
        boolean done = post.processing().doneBy(now);
        return new PostView(
                post.id(),
                post.platform(),
                post.account(),
                post.channelId(),
                post.title(),
                post.description(),
                post.tags(),
                post.privacy(),
                post.fileName(),
                post.contentType(),
                post.bytes(),
                post.sha256(),
                post.createdAt(),
                post.permalink(),
                post.thumbnailSha256(),
                post.uploadSession(),
                done ? post.processing().outcome().name().toLowerCase(Locale.ROOT) : "processing",
                done ? post.processing().reason() : null,
                playable ? VideoRoute.path(post.id()) : null,
                post.resource());
    }
}
