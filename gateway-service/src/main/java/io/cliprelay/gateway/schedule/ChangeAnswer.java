package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/**
 * What a change came to.
 *
 * @param remembered whether it is kept, because the scheduler has not heard of the clip yet
 * @param uploads one for each upload that is meant
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeAnswer(boolean remembered, List<UploadAnswer> uploads) {

    public ChangeAnswer {
        uploads = uploads == null ? List.of() : List.copyOf(uploads);
    }

    /**
     * For one upload.
     *
     * @param done whether it is so from now on, or was before
     * @param hold what the upload is held by
     * @param why why it was not done
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UploadAnswer(
            UUID uploadId,
            boolean done,
            UploadState state,
            int attempt,
            Instant dueAt,
            Optional<Hold> hold,
            Optional<UploadFailure.Reason> why) {

        public UploadAnswer {
            hold = hold == null ? Optional.empty() : hold;
            why = why == null ? Optional.empty() : why;
        }
    }
}
