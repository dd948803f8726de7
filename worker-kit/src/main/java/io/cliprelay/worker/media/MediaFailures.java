package io.cliprelay.worker.media;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** What can be wrong with media. None of it reaches the platform. */
final class MediaFailures {

    private MediaFailures() {}

    /** Wrong for good: the clip has to be submitted again. */
    static UploadException of(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(code, message, fix)));
    }

    /** Wrong for the moment. */
    static UploadException passing(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(code, message, fix)));
    }
}
