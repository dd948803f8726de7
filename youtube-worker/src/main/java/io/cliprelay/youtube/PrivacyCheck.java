package io.cliprelay.youtube;

import org.jboss.logging.Logger;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.youtube.wire.VideoList;

/** Notices a video that is not as visible as was asked for; YouTube did that to unaudited projects. */
final class PrivacyCheck {

    private static final Logger LOG = Logger.getLogger(PrivacyCheck.class);

    private PrivacyCheck() {}

    static void compare(UploadRequest request, VideoList videos) {
        String asked = asked(request).name();
        videos.items().stream()
                .filter(video -> video.status() != null
                        && video.status().publishAt() == null
                        && !asked.equalsIgnoreCase(video.status().privacyStatus()))
                .forEach(video -> LOG.warnf(
                        "Video %s of upload %s is %s, asked was %s; check the project's audit state",
                        video.id(), request.upload().uploadId(), video.status().privacyStatus(), asked));
    }

    private static Privacy asked(UploadRequest request) {
        return switch (request.mode()) {
            case DRAFT -> Privacy.PRIVATE;
            case PUBLISH -> request.content().privacy();
        };
    }
}
