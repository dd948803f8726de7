package io.cliprelay.youtube;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadException;

/**
 * Who may see a video, and from when. A video that YouTube shall publish by itself has to be private until then
 * (developers.google.com/youtube/v3/docs/videos, status.publishAt).
 *
 * @param publishAt empty where the privacy holds from the beginning
 */
record Visibility(Privacy privacy, Optional<Instant> publishAt) {

    /**
     * What a clip wants of a video that is made at {@code now}; a time that is over is left out. YouTube's API knows no
     * drafts: one is a private video, which its owner makes public.
     *
     * @throws UploadException where a video shall become public by itself that was not to be public
     */
    static Visibility of(PostContent content, PublishMode mode, Instant now) {
        Optional<Instant> publishAt = publishAt(content);
        if (publishAt.isPresent() && content.privacy() != Privacy.PUBLIC) {
            throw UploadException.refused(contradiction(content.privacy()));
        }
        return switch (mode) {
            case DRAFT -> new Visibility(Privacy.PRIVATE, Optional.empty());
            case PUBLISH -> published(content.privacy(), publishAt.filter(at -> at.isAfter(now)));
        };
    }

    private static Visibility published(Privacy privacy, Optional<Instant> later) {
        return new Visibility(later.isPresent() ? Privacy.PRIVATE : privacy, later);
    }

    /** When the clip wants YouTube to publish it. The gateway has looked at how it is written. */
    static Optional<Instant> publishAt(PostContent content) {
        return Optional.ofNullable(content.options().get(YouTubeDescriptor.PUBLISH_AT))
                .map(at -> OffsetDateTime.parse(at).toInstant());
    }

    private static UploadFailure contradiction(Privacy privacy) {
        return new UploadFailure.InvalidInput(new UploadFailure.Reason(
                "youtube.publish-at-needs-public",
                "The option publishAt makes a video public, and this one was to be " + privacy,
                "Ask for the privacy PUBLIC, or leave publishAt out."));
    }
}
