package io.cliprelay.gateway.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.kit.transaction.OpenTransaction;

/** Notes what happened, and which webhooks to tell, in the transaction that makes it true: no crash loses any of it. */
@ApplicationScoped
class EventLog {

    /**
     * One statement for any number of events; text first, so that jsonb is parsed. An endpoint that is being deleted is
     * waited for and then left out; as a broken reference it would stop the step.
     */
    private static final String NOTE = """
            with noted as (
                insert into webhook_event (id, tenant, type, body, at, clip_id)
                select event.id, $1, event.type, event.body, event.at, event.clip_id
                from rows from (jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                                as (id text, type text, body text, at timestamptz, clip_id uuid))
                     with ordinality as event(id, type, body, at, clip_id, place)
                order by event.place
                on conflict do nothing
                returning id, type)
            insert into webhook_delivery (endpoint_id, event_id, due_at)
            select endpoint.id, noted.id, clock_timestamp()
            from webhook_endpoint endpoint
            join noted on endpoint.types = '' or noted.type = any(string_to_array(endpoint.types, ','))
            where endpoint.tenant = $1 and not endpoint.paused
            for key share of endpoint
            on conflict do nothing
            """;

    /**
     * An event and its id.
     *
     * @param id the same whenever the event is told again
     */
    record Noted(String id, Happening happening) {

        /** With an id of its own. */
        static Noted anew(Happening happening) {
            return of(UUID.randomUUID().toString(), happening);
        }

        /** With an id that follows from {@code origin}. */
        static Noted of(String origin, Happening happening) {
            return new Noted("msg_" + origin, happening);
        }
    }

    /** An event as the statement reads it. */
    private record Entry(String id, String type, String body, Instant at, UUID clip_id) {

        static Entry of(Noted noted) {
            Happening told = noted.happening();
            return new Entry(
                    noted.id(),
                    told.type(),
                    EventJson.encode(told),
                    told.timestamp(),
                    told.data().clipId());
        }
    }

    /** In their order; delivering begins at the next sweep at the latest, for this transaction has to commit first. */
    Uni<Void> note(OpenTransaction transaction, String tenant, List<Noted> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String entries = EventJson.encode(events.stream().map(Entry::of).toList());
        return transaction.update(NOTE, List.of(tenant, entries)).replaceWithVoid();
    }
}
