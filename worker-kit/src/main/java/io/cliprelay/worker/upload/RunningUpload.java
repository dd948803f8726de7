package io.cliprelay.worker.upload;

import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.UploadRequest;

/** An upload with the token that opens its account. */
record RunningUpload(StoredUpload stored, AccessToken token) {

    /** What the uploader is told, for media of this size. */
    UploadRequest request(long totalBytes) {
        return new UploadRequest(stored.command().upload(), stored.command().content(), totalBytes, token);
    }

    /** The same for the media that the session was opened for. */
    UploadRequest request() {
        return request(stored.totalBytes());
    }
}
