package io.cliprelay.analytics.intake;

import java.util.Optional;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadState;

/** How an upload ended. */
record Outcome(UploadState state, Optional<String> failureCategory) {

    /** The end that an event tells of; empty where it tells of a step on the way. */
    static Optional<Outcome> of(UploadEvent event) {
        return switch (event) {
            case UploadEvent.Published published -> Optional.of(new Outcome(UploadState.PUBLISHED, Optional.empty()));
            case UploadEvent.Drafted drafted -> Optional.of(new Outcome(UploadState.DRAFTED, Optional.empty()));
            case UploadEvent.Failed failed ->
                Optional.of(new Outcome(
                        UploadState.FAILED, Optional.of(failed.failure().category())));
            case UploadEvent.Cancelled cancelled -> Optional.of(new Outcome(UploadState.CANCELLED, Optional.empty()));
            case UploadEvent.Queued queued -> Optional.empty();
            case UploadEvent.Started started -> Optional.empty();
            case UploadEvent.Processing processing -> Optional.empty();
            case UploadEvent.AttemptFailed attemptFailed -> Optional.empty();
            case UploadEvent.Unconfirmed unconfirmed -> Optional.empty();
            case UploadEvent.RetryScheduled retryScheduled -> Optional.empty();
            case UploadEvent.Scheduled scheduled -> Optional.empty();
            case UploadEvent.Held held -> Optional.empty();
        };
    }
}
