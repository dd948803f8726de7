package io.cliprelay.sandbox.gallery;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One video on one account, as the ledger keeps it.
 *
 * @param account the channel's short name in the sandbox
 * @param channelId the channel's id on the platform
 * @param bytes size of the media received
 * @param sha256 of these bytes, hex
 * @param thumbnailSha256 of the thumbnail, hex; null without one
 * @param resource what the platform keeps besides, in its own words
 */
public record Post(
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
        Processing processing,
        JsonNode resource) {

    public Post {
        tags = List.copyOf(tags);
    }

    boolean isRemoved() {
        return processing.outcome() == Processing.Outcome.REMOVED;
    }

    public Post withThumbnail(String sha256OfThumbnail) {
        return with(sha256OfThumbnail, processing);
    }

    /** With something else become of it. */
    public Post with(Processing newProcessing) {
        return with(thumbnailSha256, newProcessing);
    }

    private Post with(String sha256OfThumbnail, Processing newProcessing) {
        return new Post(
                id,
                platform,
                account,
                channelId,
                title,
                description,
                tags,
                privacy,
                fileName,
                contentType,
                bytes,
                sha256,
                createdAt,
                permalink,
                sha256OfThumbnail,
                uploadSession,
                newProcessing,
                resource);
    }
}
