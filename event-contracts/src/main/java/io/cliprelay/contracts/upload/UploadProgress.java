package io.cliprelay.contracts.upload;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventType;

/**
 * How far a running upload is, on {@code upload-progress}, keyed by upload id; at most two a second an upload, and none
 * is owed.
 *
 * @param bytesSent what the platform has or is about to have
 * @param bytesPerSecond over the last moments; 0 where none flow
 * @param secondsLeft until all bytes are sent, at that rate; absent where it cannot be said
 */
@EventType("io.cliprelay.upload.progress.v1")
public record UploadProgress(
        UploadRef upload,
        int attempt,
        UploadPhase phase,
        long bytesSent,
        long bytesTotal,
        long bytesPerSecond,
        Optional<Long> secondsLeft,
        Instant at) {

    public UploadProgress {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(secondsLeft, "secondsLeft");
        Objects.requireNonNull(at, "at");
    }
}
