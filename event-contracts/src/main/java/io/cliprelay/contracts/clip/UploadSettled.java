package io.cliprelay.contracts.clip;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * A person told what became of an unconfirmed upload of the clip.
 *
 * @param attempt the attempt that was unconfirmed when the person looked; empty in events of releases that did not say
 */
@EventType("io.cliprelay.clip.upload-settled.v1")
public record UploadSettled(UUID clipId, UploadRef upload, Optional<Integer> attempt, Settlement settlement)
        implements ClipEvent {

    public UploadSettled {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(upload, "upload");
        attempt = attempt == null ? Optional.empty() : attempt;
        Objects.requireNonNull(settlement, "settlement");
    }
}
