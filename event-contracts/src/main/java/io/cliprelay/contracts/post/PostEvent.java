package io.cliprelay.contracts.post;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * What a published post has come to, on {@code post-events}, keyed by upload id: a topic of its own, since none of it
 * changes an upload's state. Each may come more than once, with the same {@code ce_id}.
 */
public sealed interface PostEvent {

    /** The upload that made the post; its platform is where the reading is from. */
    UploadRef upload();

    /** The platform's own id of the post. */
    String platformPostId();

    /** When the platform was asked. */
    Instant readAt();

    /**
     * By a worker: what the platform counts since the post was published, not since the last reading. What it does not
     * tell is absent, which is not 0.
     *
     * @param views as the platform counts them: what a view is differs between platforms
     * @param likes reactions of all kinds where the platform has several
     */
    @EventType("io.cliprelay.post.measured.v1")
    record Measured(
            UploadRef upload,
            String platformPostId,
            Instant readAt,
            Optional<Long> views,
            Optional<Long> likes,
            Optional<Long> comments,
            Optional<Long> shares)
            implements PostEvent {
        public Measured {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(platformPostId, "platformPostId");
            Objects.requireNonNull(readAt, "readAt");
            views = views == null ? Optional.empty() : views;
            likes = likes == null ? Optional.empty() : likes;
            comments = comments == null ? Optional.empty() : comments;
            shares = shares == null ? Optional.empty() : shares;
        }
    }

    /** By a worker: the post was published and the platform shows it no more. It is not read again. */
    @EventType("io.cliprelay.post.missing.v1")
    record Missing(UploadRef upload, String platformPostId, Instant readAt) implements PostEvent {
        public Missing {
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(platformPostId, "platformPostId");
            Objects.requireNonNull(readAt, "readAt");
        }
    }
}
