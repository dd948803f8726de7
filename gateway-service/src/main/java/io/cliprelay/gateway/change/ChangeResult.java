package io.cliprelay.gateway.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.gateway.status.UploadView;

/** What a change came to, upload by upload, in the order of the clip's targets. */
@Schema(name = "ChangeResult")
public record ChangeResult(UUID clipId, List<UploadResult> uploads) {

    public ChangeResult {
        uploads = List.copyOf(uploads);
    }

    /**
     * For one upload.
     *
     * @param done whether it is so from now on, or was before
     * @param upload as it is now
     * @param why why it was not done, and what can be done instead; absent where it was
     */
    @Schema(name = "UploadChangeResult")
    public record UploadResult(boolean done, UploadView upload, Optional<UploadFailure.Reason> why) {}
}
