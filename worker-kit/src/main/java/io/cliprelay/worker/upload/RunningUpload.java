package io.cliprelay.worker.upload;

import java.util.Objects;
import java.util.Optional;

import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.Fence;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadRequest;

/** An upload with the account that it goes to, and the token that opens it. */
record RunningUpload(StoredUpload stored, AccessToken token, AccountRef account, PublishMode mode) {

    RunningUpload {
        Objects.requireNonNull(stored, "stored");
    }

    /** The same as it stands now. */
    RunningUpload at(StoredUpload now) {
        return new RunningUpload(now, token, account, mode);
    }

    /** What the uploader is told, for media of this size. */
    UploadRequest request(long totalBytes) {
        return new UploadRequest(
                stored.command().upload(),
                stored.command().content(),
                totalBytes,
                Optional.empty(),
                token,
                account,
                mode,
                stored.intentAt().isPresent(),
                Fence.OPEN);
    }

    /** The same for the media that the session was opened for. */
    UploadRequest request() {
        return request(stored.totalBytes());
    }
}
