package io.cliprelay.kit.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.kit.telemetry.TraceContext;
import io.cliprelay.kit.transaction.OpenTransaction;

/** Where a service puts its events, in the transaction that makes them true. */
@ApplicationScoped
public class Outbox {

    /** The key comes as a JSON array of none or one, because no parameter may be null; text first, so that jsonb is parsed. */
    private static final String INSERT = """
            insert into outbox (topic, key, subject, headers, payload)
            values ($1, cast(cast($2 as text) as jsonb) ->> 0, $3, cast(cast($4 as text) as jsonb), $5)
            """;

    /**
     * Adds an event to {@code transaction}; it is published soon after the commit, or not at all. An event without a
     * trace context gets the current one.
     */
    public Uni<Void> add(OpenTransaction transaction, OutgoingEvent outgoing) {
        EventEnvelope<?> event = traced(outgoing.event());
        return transaction
                .update(
                        INSERT,
                        List.of(
                                outgoing.topic(),
                                EventJson.encode(outgoing.key().stream().toList()),
                                event.subject(),
                                EventJson.encode(CloudEventHeaders.of(event)),
                                EventJson.encode(event.data())))
                .replaceWithVoid();
    }

    /** Adds the events in their order. */
    public Uni<Void> addAll(OpenTransaction transaction, List<OutgoingEvent> events) {
        return events.stream()
                .map(event -> Uni.createFrom().deferred(() -> add(transaction, event)))
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
    }

    private static EventEnvelope<?> traced(EventEnvelope<?> event) {
        return event.traceparent().isPresent() ? event : event.tracedBy(TraceContext.current());
    }
}
