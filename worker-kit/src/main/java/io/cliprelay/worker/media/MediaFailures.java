package io.cliprelay.worker.media;

import java.net.URI;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** What can be wrong with media. None of it reaches the platform. */
public final class MediaFailures {

    private MediaFailures() {}

    /** Where media are, without what may be a signature. */
    public static String shown(URI uri) {
        String whole = uri.toString();
        int query = whole.indexOf('?');
        return query < 0 ? whole : whole.substring(0, query);
    }

    /** The media are not what they were when their upload began. */
    public static UploadException changedSinceBegun(URI uri) {
        return of(
                "media.changed",
                "The media at %s has changed since its upload began".formatted(shown(uri)),
                "Submit the clip again with media that stays as it is.");
    }

    /** Wrong for good: the clip has to be submitted again. */
    static UploadException of(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(code, message, fix)));
    }

    /** Wrong for the moment. */
    static UploadException passing(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(code, message, fix)));
    }
}
