package io.cliprelay.gateway.status;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.schedule.Forecast;

/**
 * An upload as callers see it.
 *
 * @param account the account's name
 * @param attempt how many attempts were begun
 * @param dueAt when it is to go out, or went
 * @param nextAttemptAt when it is tried again; present while it waits for that
 * @param draftExpiresAt until when its owner can publish the draft on the platform; present where a draft has an end
 * @param hold what it is held by; present while it is held
 * @param cancellation why it was cancelled; present where it was
 * @param failure why the last attempt did not publish, or why there will be no other
 * @param forecast whether its platform has room for it; only in the answer to its submission
 */
@Schema(name = "Upload")
public record UploadView(
        UUID id,
        String platform,
        String account,
        UploadState state,
        int attempt,
        Instant dueAt,
        Optional<Instant> nextAttemptAt,
        Optional<String> platformPostId,
        Optional<URI> permalink,
        Optional<Instant> publishedAt,
        Optional<Instant> draftExpiresAt,
        Optional<UploadFailure> failure,
        Optional<Hold> hold,
        Optional<UploadFailure.Reason> cancellation,
        Optional<Forecast> forecast) {

    public UploadView {
        // Answers are kept as JSON, and those of earlier releases have none.
        forecast = forecast == null ? Optional.empty() : forecast;
    }

    /** The upload, about which nothing is foretold. */
    public static UploadView of(Upload upload) {
        return of(upload, Optional.empty());
    }

    /** The upload, and what the scheduler foretells of it. */
    public static UploadView of(Upload upload, Optional<Forecast> forecast) {
        UploadStatus status = upload.status();
        return new UploadView(
                upload.id(),
                upload.platform(),
                upload.accountName(),
                status.state(),
                status.attempt(),
                status.dueAt(),
                status.nextAttemptAt(),
                status.platformPostId(),
                status.permalink(),
                status.publishedAt(),
                status.draftExpiresAt(),
                status.failure(),
                status.hold(),
                status.cancellation(),
                forecast);
    }
}
