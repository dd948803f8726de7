package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;

/** One attempt that did not publish, and why. */
public record FailedAttempt(
        UploadKey key,
        int attempt,
        String tenant,
        String platform,
        UUID accountId,
        Instant at,
        String category,
        String code) {

    public FailedAttempt {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(code, "code");
    }

    static FailedAttempt of(String tenant, UploadRef upload, int attempt, Instant at, UploadFailure failure) {
        return new FailedAttempt(
                UploadKey.of(upload.clipId(), upload.uploadId()),
                attempt,
                tenant,
                upload.platform(),
                upload.accountId(),
                at,
                failure.category(),
                failure.reason().code());
    }
}
