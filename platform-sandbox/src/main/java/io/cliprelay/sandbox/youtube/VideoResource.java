package io.cliprelay.sandbox.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Processing;
import io.cliprelay.sandbox.gallery.Reception;

/** The video resource of the Data API, part by part (developers.google.com/youtube/v3/docs/videos). */
final class VideoResource {

    private VideoResource() {}

    /** The parts that were asked for, as they are at this instant; some are the owner's alone. */
    static ObjectNode of(Post post, Set<String> parts, Instant now, boolean forOwner, Reception reception) {
        ObjectNode video = JsonNodeFactory.instance.objectNode();
        video.put("kind", "youtube#video").put("etag", etag(post, now)).put("id", post.id());
        for (String part : parts) {
            switch (part) {
                case "snippet" -> video.set("snippet", snippet(post));
                case "status" -> video.set("status", status(post, now));
                case "statistics" -> video.set("statistics", statistics(reception));
                case "contentDetails" -> video.set("contentDetails", contentDetails(post, now));
                case "processingDetails" -> ownersOnly(video, part, forOwner, processingDetails(post, now));
                case "fileDetails" -> ownersOnly(video, part, forOwner, fileDetails(post));
                default -> asWritten(video, part, post.resource());
            }
        }
        return video;
    }

    private static void ownersOnly(ObjectNode video, String part, boolean forOwner, ObjectNode content) {
        if (forOwner) {
            video.set(part, content);
        }
    }

    private static void asWritten(ObjectNode video, String part, JsonNode resource) {
        if (resource.has(part)) {
            video.set(part, resource.get(part).deepCopy());
        }
    }

    static String etag(Post post, Instant now) {
        int version = 31 * post.hashCode() + Boolean.hashCode(post.processing().doneBy(now));
        return "\"" + Integer.toHexString(version) + post.id() + "\"";
    }

    static String privacy(Post post, Instant now) {
        String publishAt = post.resource().path("status").path("publishAt").asText("");
        boolean reached = !publishAt.isEmpty()
                && !now.isBefore(OffsetDateTime.parse(publishAt).toInstant());
        return reached ? "public" : post.privacy();
    }

    static ObjectNode snippet(Post post) {
        ObjectNode snippet = post.resource().withObject("/snippet").deepCopy();
        snippet.put("publishedAt", post.createdAt().toString());
        snippet.put("channelId", post.channelId()).put("channelTitle", post.account());
        snippet.put("title", post.title()).put("description", post.description());
        snippet.put("liveBroadcastContent", "none");
        snippet.putObject("localized").put("title", post.title()).put("description", post.description());
        snippet.set("thumbnails", Thumbnails.of(post));
        return snippet;
    }

    private static ObjectNode status(Post post, Instant now) {
        ObjectNode status = post.resource().withObject("/status").deepCopy();
        Processing processing = post.processing();
        status.put("uploadStatus", uploadStatus(processing, now));
        status.put("privacyStatus", privacy(post, now));
        if (processing.doneBy(now) && processing.outcome() == Processing.Outcome.FAILED) {
            status.put("failureReason", processing.reason());
        } else if (processing.doneBy(now) && processing.outcome() == Processing.Outcome.REJECTED) {
            status.put("rejectionReason", processing.reason());
        }
        putIfAbsent(status, "license", JsonNodeFactory.instance.textNode("youtube"));
        putIfAbsent(status, "embeddable", JsonNodeFactory.instance.booleanNode(true));
        putIfAbsent(status, "publicStatsViewable", JsonNodeFactory.instance.booleanNode(true));
        status.set("madeForKids", status.path("selfDeclaredMadeForKids").deepCopy());
        if (!status.has("selfDeclaredMadeForKids")) {
            status.put("madeForKids", false);
        }
        return status;
    }

    private static void putIfAbsent(ObjectNode object, String field, JsonNode value) {
        if (!object.has(field)) {
            object.set(field, value);
        }
    }

    private static String uploadStatus(Processing processing, Instant now) {
        if (!processing.doneBy(now)) {
            return "uploaded";
        }
        return switch (processing.outcome()) {
            case PROCESSED, DRAFT -> "processed";
            case REMOVED -> "deleted";
            case FAILED -> "failed";
            case REJECTED -> "rejected";
        };
    }

    private static ObjectNode processingDetails(Post post, Instant now) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        Processing processing = post.processing();
        boolean done = processing.doneBy(now);
        if (!done) {
            details.put("processingStatus", "processing");
            details.set("processingProgress", progress(post, now));
        } else if (processing.outcome() == Processing.Outcome.PROCESSED) {
            details.put("processingStatus", "succeeded");
        } else {
            details.put("processingStatus", "failed");
            details.put(
                    "processingFailureReason",
                    "uploadAborted".equals(processing.reason()) ? "uploadFailed" : "transcodeFailed");
        }
        details.put("fileDetailsAvailability", "available");
        details.put("thumbnailsAvailability", done ? "available" : "inProgress");
        return details;
    }

    private static ObjectNode progress(Post post, Instant now) {
        long all = Math.max(
                1,
                Duration.between(post.createdAt(), post.processing().doneAt()).toMillis());
        long left = Duration.between(now, post.processing().doneAt()).toMillis();
        ObjectNode progress = JsonNodeFactory.instance.objectNode();
        return progress.put("partsTotal", "100")
                .put("partsProcessed", String.valueOf(100 * (all - left) / all))
                .put("timeLeftMs", String.valueOf(left));
    }

    /** Numbers as texts; shares are not among them. */
    private static ObjectNode statistics(Reception reception) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("viewCount", String.valueOf(reception.views()))
                .put("likeCount", String.valueOf(reception.likes()))
                .put("favoriteCount", "0")
                .put("commentCount", String.valueOf(reception.comments()));
    }

    private static ObjectNode contentDetails(Post post, Instant now) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (post.processing().doneBy(now)) {
            // The sandbox does not look into the media; every video lasts half a minute.
            details.put("duration", "PT30S");
        }
        return details.put("dimension", "2d")
                .put("definition", "hd")
                .put("caption", "false")
                .put("licensedContent", false)
                .put("projection", "rectangular");
    }

    private static ObjectNode fileDetails(Post post) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fileName", post.fileName())
                .put("fileSize", String.valueOf(post.bytes()))
                .put("fileType", "video");
    }
}
