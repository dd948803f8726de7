package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** A clip's uploads are to wait until it is resumed, as far as they are not out already. */
@EventType("io.cliprelay.clip.paused.v1")
public record ClipPaused(UUID clipId, Instant pausedAt) implements ClipEvent {

    public ClipPaused {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(pausedAt, "pausedAt");
    }
}
