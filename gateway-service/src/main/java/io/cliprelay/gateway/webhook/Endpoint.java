package io.cliprelay.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a tenant wants to be told, without its secret.
 *
 * @param types what of; empty for everything
 * @param paused whether nothing is sent; what happens meanwhile can be replayed
 * @param pausedBecause why, where it was not its owner who paused it
 * @param failingSince since when nothing was taken; absent where the last delivery was
 */
@Schema(name = "WebhookEndpoint")
public record Endpoint(
        UUID id,
        String url,
        String description,
        List<String> types,
        boolean paused,
        Optional<String> pausedBecause,
        Optional<Instant> failingSince,
        Instant createdAt) {

    public Endpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(description, "description");
        types = List.copyOf(types);
        Objects.requireNonNull(pausedBecause, "pausedBecause");
        Objects.requireNonNull(failingSince, "failingSince");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
