package io.cliprelay.cli.progress;

import java.util.Optional;

import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.upload.UploadProgress;

/**
 * One upload and how far it is.
 *
 * @param title the clip's
 * @param progress the latest of the running attempt
 */
record UploadTrack(String title, UploadView upload, Optional<UploadProgress> progress) {

    static UploadTrack of(String title, UploadView upload) {
        return new UploadTrack(title, upload, Optional.empty());
    }

    UploadTrack with(UploadView changed) {
        return new UploadTrack(title, changed, progress);
    }

    UploadTrack with(UploadProgress latest) {
        return new UploadTrack(title, upload, Optional.of(latest));
    }

    /** How much of the bytes has been sent, 0 to 100; 0 while that is unknown. */
    int percent() {
        return progress.filter(latest -> latest.bytesTotal() > 0)
                .map(latest -> (int) (100 * latest.bytesSent() / latest.bytesTotal()))
                .orElse(0);
    }
}
