package io.cliprelay.contracts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One event with the CloudEvents attributes around its data.
 *
 * @param id unique per event; what consumers remember to drop a repeat
 * @param source the service that says it, such as {@code /cliprelay/gateway}
 * @param subject the clip or upload it is about, as text
 * @param tenant the owner of all it speaks of
 * @param time when it happened, UTC
 * @param traceparent the W3C trace context it happened in, where there was one
 * @param data the record, annotated with {@link EventType}
 */
public record EventEnvelope<T>(
        String id, String source, String subject, String tenant, Instant time, Optional<String> traceparent, T data) {

    public EventEnvelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(traceparent, "traceparent");
        Objects.requireNonNull(data, "data");
    }

    /** A new event with an id of its own and no trace context. */
    public static <T> EventEnvelope<T> of(String source, String subject, String tenant, Instant time, T data) {
        return new EventEnvelope<>(UUID.randomUUID().toString(), source, subject, tenant, time, Optional.empty(), data);
    }

    /** The value of {@code ce_type}. */
    public String type() {
        return EventTypes.nameOf(data.getClass());
    }

    /** The same event, said to have happened in the given trace context. */
    public EventEnvelope<T> tracedBy(Optional<String> context) {
        return new EventEnvelope<>(id, source, subject, tenant, time, context, data);
    }
}
