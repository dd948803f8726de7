package io.cliprelay.worker.upload;

import java.time.Duration;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** A video that is too short or too long for its platform is refused before a byte of it is sent. Plain functions. */
final class LengthCheck {

    private LengthCheck() {}

    /** Throws where the length is known and the platform does not take it. */
    static void require(UploadRequest request, PlatformDescriptor platform) {
        request.duration().ifPresent(length -> {
            platform.media()
                    .minDuration()
                    .filter(shortest -> length.compareTo(shortest) < 0)
                    .ifPresent(shortest -> refuse(
                            "media.too-short",
                            length,
                            "at least",
                            shortest,
                            platform,
                            "Publish a longer video there."));
            platform.media()
                    .maxDuration()
                    .filter(longest -> length.compareTo(longest) > 0)
                    .ifPresent(longest -> refuse(
                            "media.too-long", length, "at most", longest, platform, "Shorten the video for it."));
        });
    }

    private static void refuse(
            String code, Duration length, String bound, Duration limit, PlatformDescriptor platform, String fix) {
        throw UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(
                code,
                "The video lasts %.1f s, and %s takes %s %d s"
                        .formatted(length.toMillis() / 1000.0, platform.displayName(), bound, limit.toSeconds()),
                fix)));
    }
}
