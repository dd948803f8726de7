package io.cliprelay.gateway.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was done with an idempotency key: one request, or two where one of them handed a clip in.
 *
 * @param items never empty
 */
@Schema(name = "IdempotencyKeyUses")
public record KeyUses(String key, List<Use> items) {

    public KeyUses {
        items = List.copyOf(items);
    }

    /**
     * One request that succeeded.
     *
     * @param operation method and path
     * @param status of its answer
     * @param answeredAt when it was first answered
     * @param location where what it made is; absent where the answer named no place
     * @param clipId the clip that it made or changed; absent where there is none
     */
    @Schema(name = "IdempotencyKeyUse")
    public record Use(
            String operation, int status, Instant answeredAt, Optional<String> location, Optional<UUID> clipId) {}
}
