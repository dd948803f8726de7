package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;

/**
 * Where an upload stands, and why, as the gateway tells it.
 *
 * @param waitsFor what has to come next, and what would change it
 * @param until when it is over at the latest; empty where nobody can say
 */
public record ExplanationView(
        UUID uploadId, UploadState state, int attempt, Reason waitsFor, Instant since, Optional<Instant> until) {

    /** What was tried so far. */
    public record Attempts(List<Attempt> items) {
        public Attempts {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /**
     * One try.
     *
     * @param outcome the state that it ended in; empty while it runs
     */
    public record Attempt(
            int attempt,
            Instant orderedAt,
            Optional<Instant> endedAt,
            Optional<String> outcome,
            Optional<UploadView.Failure> failure) {}
}
