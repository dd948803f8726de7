package io.cliprelay.youtube;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.youtube.wire.VideoList;
import io.cliprelay.youtube.wire.VideoResource;

/** What {@code status.uploadStatus} means (developers.google.com/youtube/v3/docs/videos). Plain functions. */
final class YouTubeInspection {

    private static final Set<String> OF_THE_ACCOUNT = Set.of("uploaderAccountClosed", "uploaderAccountSuspended");

    /** How late YouTube may be with a video that it shall publish, before that is something to tell. */
    private static final Duration LATE = Duration.ofHours(1);

    /** The pause between two looks at one that is late: each costs a unit of 10,000 a day. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private YouTubeInspection() {}

    static Inspection of(VideoList videos, PublishMode mode, String permalinkUrl, Instant now) {
        return videos.items().stream()
                .filter(video -> video.status() != null)
                .findFirst()
                .map(video -> of(video, mode, permalinkUrl, now))
                .orElseGet(Inspection.Missing::new);
    }

    private static Inspection of(VideoResource video, PublishMode mode, String permalinkUrl, Instant now) {
        VideoResource.Status status = video.status();
        return switch (Objects.requireNonNullElse(status.uploadStatus(), "uploaded")) {
            case "processed" -> processed(video, mode, permalinkUrl, now);
            case "failed" ->
                refused("failed", status.failureReason(), "Encode the video anew, such as MP4 with H.264.");
            case "rejected" -> rejected(status.rejectionReason());
            case "deleted" -> refused("deleted", "deleted", "The video was deleted on YouTube.");
            default -> new Inspection.Processing();
        };
    }

    /** One that YouTube shall publish by itself is private until then, and a little longer where YouTube is late. */
    private static Inspection processed(VideoResource video, PublishMode mode, String permalinkUrl, Instant now) {
        Optional<Instant> publishAt = Optional.ofNullable(video.status().publishAt())
                .filter(at -> isPrivate(video))
                .map(at -> OffsetDateTime.parse(at).toInstant());
        return publishAt.map(at -> waiting(at, now)).orElseGet(() -> shown(video, mode, permalinkUrl));
    }

    /** Only who is much too late is suspected not to come at all. */
    private static Inspection waiting(Instant publishAt, Instant now) {
        if (publishAt.isAfter(now)) {
            return new Inspection.Scheduled(publishAt);
        }
        return now.isBefore(publishAt.plus(LATE))
                ? new Inspection.Scheduled(now.plus(AGAIN))
                : new Inspection.Processing();
    }

    /** A draft that its owner has made visible by now is no draft any more. */
    private static Inspection shown(VideoResource video, PublishMode mode, String permalinkUrl) {
        return mode == PublishMode.DRAFT && isPrivate(video)
                ? new Inspection.Drafted(Optional.empty())
                : new Inspection.Live(video.id(), URI.create(permalinkUrl + video.id()));
    }

    private static boolean isPrivate(VideoResource video) {
        return "private".equals(video.status().privacyStatus());
    }

    private static Inspection rejected(String reason) {
        return OF_THE_ACCOUNT.contains(Objects.requireNonNullElse(reason, ""))
                ? new Inspection.Refused(new UploadFailure.Auth(new UploadFailure.Reason(
                        reason, "YouTube rejected the video: " + reason, "Look at the channel's state on YouTube.")))
                : refused("rejected", reason, "See YouTube Studio for the reasons and for an appeal.");
    }

    private static Inspection refused(String what, String reason, String fix) {
        String code = Objects.requireNonNullElse(reason, what);
        return new Inspection.Refused(new UploadFailure.ContentRejected(
                new UploadFailure.Reason(code, "YouTube says of the video: " + what + ", " + code, fix)));
    }
}
