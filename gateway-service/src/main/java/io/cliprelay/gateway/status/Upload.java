package io.cliprelay.gateway.status;

import java.util.Objects;
import java.util.UUID;

/** One upload of a clip: to whom, and how far it is. */
public record Upload(UUID id, String platform, UUID accountId, String accountName, UploadStatus status) {

    public Upload {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(accountName, "accountName");
        Objects.requireNonNull(status, "status");
    }

    /** The same upload, further on. */
    public Upload at(UploadStatus next) {
        return new Upload(id, platform, accountId, accountName, next);
    }
}
