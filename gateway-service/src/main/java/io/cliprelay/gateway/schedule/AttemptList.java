package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.upload.UploadFailure;

/** What was tried so far, the first attempt first. */
@Schema(name = "Attempts")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AttemptList(List<Attempt> items) {

    public AttemptList {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * One try at an upload.
     *
     * @param attempt its number, from 1
     * @param orderedAt when the platform's worker was told to make it
     * @param endedAt when it told what became of it; absent while it runs
     * @param outcome the state that it ended in
     * @param failure why it did not publish
     */
    @Schema(name = "Attempt")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Attempt(
            int attempt,
            Instant orderedAt,
            Optional<Instant> endedAt,
            Optional<String> outcome,
            Optional<UploadFailure> failure) {

        public Attempt {
            endedAt = endedAt == null ? Optional.empty() : endedAt;
            outcome = outcome == null ? Optional.empty() : outcome;
            failure = failure == null ? Optional.empty() : failure;
        }
    }
}
