package io.cliprelay.contracts.clip;

import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadRef;

/** A person told what became of an unconfirmed upload of the clip. */
@EventType("io.cliprelay.clip.upload-settled.v1")
public record UploadSettled(UUID clipId, UploadRef upload, Settlement settlement) implements ClipEvent {

    public UploadSettled {
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(settlement, "settlement");
    }
}
