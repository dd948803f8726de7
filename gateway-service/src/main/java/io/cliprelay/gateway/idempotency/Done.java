package io.cliprelay.gateway.idempotency;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.core.Response;

/**
 * What was done, as its caller is told.
 *
 * @param response what is answered this time
 * @param kept the body that a repeat is answered with, JSON or what is written as JSON; null where there is none
 * @param clip the clip that the answer is about, and is kept as long as; empty where it is about none
 */
public record Done(Response response, Object kept, Optional<UUID> clip) {

    public Done {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(clip, "clip");
    }

    /** An answer that is repeated as it is. */
    public static Done of(Response response) {
        return new Done(response, response.getEntity(), Optional.empty());
    }

    /** The same about a clip. */
    public static Done about(UUID clip, Response response) {
        return new Done(response, response.getEntity(), Optional.of(clip));
    }

    /** An answer with a secret in it, which is repeated as {@code kept}: nobody may read the secret afterwards. */
    public static Done once(Response response, Object kept) {
        return new Done(
                Response.fromResponse(response)
                        .header("Cache-Control", "no-store")
                        .build(),
                kept,
                Optional.empty());
    }

    boolean successful() {
        return response.getStatus() < 300;
    }
}
