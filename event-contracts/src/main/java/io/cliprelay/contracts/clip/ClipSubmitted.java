package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** A clip was accepted and stored; each of its uploads is now owed. */
@EventType("io.cliprelay.clip.submitted.v1")
public record ClipSubmitted(UUID clipId, Instant submittedAt, List<PlannedUpload> uploads) implements ClipEvent {

    public ClipSubmitted {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(submittedAt, "submittedAt");
        uploads = List.copyOf(uploads);
    }
}
