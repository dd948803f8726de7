package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a limit of a platform leaves to an account.
 *
 * @param scope {@code app} where all accounts of the installation share it, or {@code account}
 * @param uploads how many it allows in its span of time
 * @param planned how many are planned or done in the span that now is in
 * @param nextFreeAt when there is room for one more; absent where that is not foreseen
 */
@Schema(name = "Quota")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Quota(
        String platform,
        UUID accountId,
        String limit,
        String scope,
        long uploads,
        long planned,
        Optional<Instant> nextFreeAt) {

    public Quota {
        nextFreeAt = nextFreeAt == null ? Optional.empty() : nextFreeAt;
    }
}
