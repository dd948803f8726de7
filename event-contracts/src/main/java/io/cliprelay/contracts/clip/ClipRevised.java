package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/** A clip is to go out at other times or with other words: all of its uploads as they are from now on. */
@EventType("io.cliprelay.clip.revised.v1")
public record ClipRevised(UUID clipId, Instant revisedAt, List<PlannedUpload> uploads) implements ClipEvent {

    public ClipRevised {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(revisedAt, "revisedAt");
        uploads = List.copyOf(uploads);
    }
}
