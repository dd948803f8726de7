package io.cliprelay.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event on its way to one endpoint.
 *
 * @param id for paging
 * @param eventId what the receiver sees as {@code webhook-id}
 * @param state PENDING, DELIVERED, or FAILED once it is not tried any more
 * @param nextAttemptAt present while it is pending
 * @param attempts the latest first come last
 */
@Schema(name = "WebhookDelivery")
public record Delivery(
        long id,
        String eventId,
        String type,
        State state,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> finishedAt,
        List<Attempt> attempts) {

    public Delivery {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(state, "state");
        attempts = List.copyOf(attempts);
    }

    /** How far it is. */
    @Schema(name = "WebhookDeliveryState")
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /**
     * One try.
     *
     * @param result the HTTP status, or why there was none
     * @param tookMillis how long it took
     */
    @Schema(name = "WebhookAttempt")
    public record Attempt(Instant at, String result, long tookMillis) {}
}
