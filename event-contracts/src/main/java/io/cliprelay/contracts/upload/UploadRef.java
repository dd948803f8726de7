package io.cliprelay.contracts.upload;

import java.util.Objects;
import java.util.UUID;

/** Which upload, of which clip, to whom: what every message about an upload starts with. */
public record UploadRef(UUID uploadId, UUID clipId, String platform, UUID accountId) {

    public UploadRef {
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
    }
}
