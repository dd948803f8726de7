package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** None of a clip's uploads is to go out any more, as far as they are not out already. */
@EventType("io.cliprelay.clip.cancelled.v1")
public record ClipCancelled(UUID clipId, Instant cancelledAt) implements ClipEvent {

    public ClipCancelled {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(cancelledAt, "cancelledAt");
    }
}
