package io.cliprelay.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.ContainerState;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;

/** What a container's state means for an upload. Plain functions. */
final class ContainerStatus {

    /** Within it a container is published, or never. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private ContainerStatus() {}

    static SessionStatus of(ContainerState state, RemoteHandle handle, long total, Instant now) {
        return switch (Objects.requireNonNullElse(state.statusCode(), "")) {
            case "FINISHED" ->
                new SessionStatus.Ready(Optional.of(handle.openedAt().plus(LIFETIME)));
            case "PUBLISHED" ->
                new SessionStatus.Completed(
                        new UnnamedPost(Ticket.of(handle).container(), handle.openedAt(), now).postId());
            case "ERROR" -> new SessionStatus.Failed(GraphErrors.processing(state.status(), now));
            case "EXPIRED" -> new SessionStatus.Failed(expired());
            // Also what nobody has documented: it is not ready.
            default -> underWay(state, handle, total);
        };
    }

    private static SessionStatus underWay(ContainerState state, RemoteHandle handle, long total) {
        if (Ticket.of(handle).uri().isEmpty()) {
            return new SessionStatus.Preparing(Optional.empty());
        }
        Optional<ContainerState.UploadingPhase> uploading = state.uploading();
        long stored =
                uploading.map(ContainerState.UploadingPhase::bytesTransferred).orElse(0L);
        boolean complete =
                uploading.filter(phase -> "complete".equals(phase.status())).isPresent();
        return complete || stored >= total
                ? new SessionStatus.Preparing(Optional.empty())
                : new SessionStatus.Open(stored, Optional.empty());
    }

    private static UploadFailure expired() {
        return new UploadFailure.Transient(new UploadFailure.Reason(
                "instagram.expired",
                "The prepared Reel was not published within 24 hours, and Instagram has dropped it",
                "Nothing to do: it is prepared anew."));
    }
}
