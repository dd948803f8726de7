package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** A paused clip's uploads may go out again. */
@EventType("io.cliprelay.clip.resumed.v1")
public record ClipResumed(UUID clipId, Instant resumedAt) implements ClipEvent {

    public ClipResumed {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(resumedAt, "resumedAt");
    }
}
