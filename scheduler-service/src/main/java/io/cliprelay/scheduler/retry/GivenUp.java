package io.cliprelay.scheduler.retry;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;

/** What is said of an upload that is given up: what its last attempt ran into, and that nobody tries again by itself. */
final class GivenUp {

    private GivenUp() {}

    /** The failure as the last word; what was wrong with the upload itself stays as it was said. */
    static UploadFailure after(UploadFailure failure, int attempts) {
        return switch (failure) {
            case UploadFailure.Transient passing -> new UploadFailure.Transient(last(passing.reason(), attempts));
            case UploadFailure.Unknown unknown -> new UploadFailure.Unknown(last(unknown.reason(), attempts));
            case UploadFailure.RateLimited limited ->
                new UploadFailure.RateLimited(last(limited.reason(), attempts), limited.until());
            case UploadFailure.QuotaExhausted exhausted ->
                new UploadFailure.QuotaExhausted(last(exhausted.reason(), attempts), exhausted.until());
            case UploadFailure.Auth auth -> auth;
            case UploadFailure.InvalidInput invalid -> invalid;
            case UploadFailure.ContentRejected rejected -> rejected;
        };
    }

    private static Reason last(Reason reason, int attempts) {
        return new Reason(
                reason.code(),
                reason.message(),
                ("It is given up after attempt %d. Once the cause is over, have it tried again: ./cliprelay retry with "
                                + "the upload's id, or POST /v1/uploads/{id}/retry.")
                        .formatted(attempts));
    }
}
