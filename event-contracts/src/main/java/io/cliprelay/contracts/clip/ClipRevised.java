package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventType;

/**
 * A clip is to go out at other times or with other words: all of its uploads as they are from now on.
 *
 * @param keepsTimes true where each upload goes out when it would have, whatever its times say here; absent means no
 */
@EventType("io.cliprelay.clip.revised.v1")
public record ClipRevised(UUID clipId, Instant revisedAt, List<PlannedUpload> uploads, Optional<Boolean> keepsTimes)
        implements ClipEvent {

    public ClipRevised {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(revisedAt, "revisedAt");
        uploads = List.copyOf(uploads);
        keepsTimes = keepsTimes == null ? Optional.empty() : keepsTimes;
    }

    /** All of its uploads at the times that are told. */
    public ClipRevised(UUID clipId, Instant revisedAt, List<PlannedUpload> uploads) {
        this(clipId, revisedAt, uploads, Optional.empty());
    }
}
