package io.cliprelay.worker.spi;

import java.util.Objects;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * One upload, as an uploader sees it.
 *
 * @param totalBytes the size of the media
 * @param token opens the account it goes to
 */
public record UploadRequest(
        UploadRef upload,
        PostContent content,
        long totalBytes,
        AccessToken token,
        AccountRef account,
        PublishMode mode) {

    public UploadRequest {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(mode, "mode");
    }
}
