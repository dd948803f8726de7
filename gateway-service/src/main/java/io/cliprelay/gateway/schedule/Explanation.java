package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/**
 * Where an upload stands, and why.
 *
 * @param attempt how many attempts were ordered
 * @param waitsFor what has to come next: a code for programs, a sentence, and what would change it
 * @param since when it came to be so
 * @param until when it is over at the latest; absent where nobody can say
 * @param lastFailure why the last failed attempt failed
 */
@Schema(name = "Explanation")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Explanation(
        UUID uploadId,
        UploadState state,
        int attempt,
        UploadFailure.Reason waitsFor,
        Instant since,
        Optional<Instant> until,
        Optional<UploadFailure> lastFailure) {

    public Explanation {
        until = until == null ? Optional.empty() : until;
        lastFailure = lastFailure == null ? Optional.empty() : lastFailure;
    }
}
