package io.cliprelay.kit.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** One statement and one parameter for any number of events; text first, so that jsonb is parsed. */
    private static final String INSERT = """
            insert into outbox (topic, key, subject, headers, payload)
            select event.topic, event.key, event.subject, event.headers, event.payload
            from rows from (jsonb_to_recordset(cast(cast($1 as text) as jsonb))
                            as (topic text, key text, subject text, headers jsonb, payload text))
                 with ordinality as event(topic, key, subject, headers, payload, position)
            order by event.position
            """;

    /** An event as the statement reads it. */
    private record Entry(
            String topic, Optional<String> key, String subject, Map<String, String> headers, String payload) {

        static Entry of(OutgoingEvent outgoing) {
            EventEnvelope<?> event = traced(outgoing.event());
            return new Entry(
                    outgoing.topic(),
                    outgoing.key(),
                    event.subject(),
                    CloudEventHeaders.of(event),
                    EventJson.encode(event.data()));
        }
    }

    /**
     * Adds an event to {@code transaction}; it is published soon after the commit, or not at all. An event without a
     * trace context gets the current one.
     */
    public Uni<Void> add(OpenTransaction transaction, OutgoingEvent outgoing) {
        return addAll(transaction, List.of(outgoing));
    }

    /** Adds the events in their order. */
    public Uni<Void> addAll(OpenTransaction transaction, List<OutgoingEvent> events) {
        List<Entry> entries = events.stream().map(Entry::of).toList();
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.update(INSERT, List.of(EventJson.encode(entries))).replaceWithVoid();
    }

    /**
     * Adds a record that was on {@code topic} before and is to come once more, as it was.
     *
     * @param subject what it is about: records of one subject go out in their order
     */
    public Uni<Void> addAgain(
            OpenTransaction transaction,
            String topic,
            Optional<String> key,
            String subject,
            Map<String, String> headers,
            String value) {
        Entry entry = new Entry(topic, key, subject, headers, value);
        return transaction
                .update(INSERT, List.of(EventJson.encode(List.of(entry))))
                .replaceWithVoid();
    }

    private static EventEnvelope<?> traced(EventEnvelope<?> event) {
        return event.traceparent().isPresent() ? event : event.tracedBy(TraceContext.current());
    }
}
