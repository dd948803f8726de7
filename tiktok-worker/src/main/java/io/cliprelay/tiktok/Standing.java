package io.cliprelay.tiktok;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.PublishStatus;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.SessionStatus;

/**
 * What {@code status/fetch} says of a publication (developers.tiktok.com/doc/content-posting-api-reference-get-video-status).
 * Plain functions.
 */
sealed interface Standing {

    /** TikTok takes bytes or processes them; it does not say which, but how many it has. */
    record Taking(long uploadedBytes) implements Standing {}

    /** It is posted; the id shows once a public post has passed moderation, and never for others. */
    record Posted(Optional<String> postId) implements Standing {}

    /** The user has it as a draft. */
    record InInbox() implements Standing {}

    /** It failed, and nothing was posted. */
    record Failed(UploadFailure failure) implements Standing {}

    static Standing of(PublishStatus status, Instant now) {
        return switch (Objects.requireNonNullElse(status.status(), "")) {
            case "PUBLISH_COMPLETE" -> new Posted(status.postId());
            case "SEND_TO_USER_INBOX" -> new InInbox();
            case "FAILED" ->
                new Failed(TikTokErrors.failed(Objects.requireNonNullElse(status.failReason(), "unknown"), now));
            default -> new Taking(Optional.ofNullable(status.uploadedBytes()).orElse(0L));
        };
    }

    /** As a session: with all bytes TikTok publishes by itself, and the publication's id is the post's until it has one. */
    default SessionStatus session(String publishId, ChunkPlan plan) {
        return switch (this) {
            case Taking taking ->
                taking.uploadedBytes() >= plan.videoSize()
                        ? new SessionStatus.Completed(publishId)
                        // A chunk that is there in part is sent again as a whole: requests may not begin within one.
                        : new SessionStatus.Open(plan.startOfChunkAt(taking.uploadedBytes()), Optional.empty());
            case Posted posted -> new SessionStatus.Completed(publishId);
            case InInbox inbox -> new SessionStatus.Completed(publishId);
            case Failed failed -> new SessionStatus.Failed(failed.failure());
        };
    }

    /** As what became of the post; {@code permalinks} makes the address of a public post or, without one, of its creator. */
    default Inspection inspection(String publishId, Permalinks permalinks) {
        return switch (this) {
            case Taking taking -> new Inspection.Processing();
            case Posted posted ->
                new Inspection.Live(posted.postId().orElse(publishId), permalinks.to(posted.postId()));
            case InInbox inbox -> new Inspection.Drafted(Optional.empty());
            case Failed failed -> new Inspection.Refused(failed.failure());
        };
    }
}
