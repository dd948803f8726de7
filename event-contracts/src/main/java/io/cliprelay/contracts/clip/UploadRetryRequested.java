package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** An upload that failed is to be tried again, with a new attempt. */
@EventType("io.cliprelay.clip.upload-retry-requested.v1")
public record UploadRetryRequested(UUID clipId, UUID uploadId, Instant requestedAt) implements ClipEvent {

    public UploadRetryRequested {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(requestedAt, "requestedAt");
    }
}
