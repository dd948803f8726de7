package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One upload of a submitted clip.
 *
 * @param accountId the connected account it goes to
 * @param dueAt not before this instant, UTC
 */
public record PlannedUpload(UUID uploadId, String platform, UUID accountId, Instant dueAt, PostContent content) {

    public PlannedUpload {
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(content, "content");
    }
}
