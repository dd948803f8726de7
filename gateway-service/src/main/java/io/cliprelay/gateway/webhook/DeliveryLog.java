package io.cliprelay.gateway.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.TransactionPropagation;

import io.cliprelay.contracts.EventJson;

/** What was delivered to an endpoint, and what is to be delivered again. */
@ApplicationScoped
class DeliveryLog {

    /** The type of what is sent to try an endpoint. */
    static final String TEST_EVENT = "webhook.test";

    /** As many at once may be replayed. */
    static final int MOST = 10_000;

    private static final String PAGE = """
            select d.id, d.event_id, v.type, d.state, d.due_at, d.finished_at, d.attempts
            from webhook_delivery d join webhook_event v on v.id = d.event_id
            where d.endpoint_id = $1 and d.id < $2 order by d.id desc limit $3
            """;
    private static final String AGAIN = """
            insert into webhook_delivery (endpoint_id, event_id, due_at)
            select e.id, v.id, clock_timestamp() from webhook_endpoint e join webhook_event v on v.tenant = e.tenant
            where e.id = $1 and %s
            order by v.at limit $2 for key share of e
            on conflict (endpoint_id, event_id) do update
            set state = 'PENDING', attempt = 0, due_at = excluded.due_at, leased_until = null, finished_at = null
            where webhook_delivery.state <> 'PENDING'
            """;
    private static final String ONE = AGAIN.formatted("v.id = $3");
    private static final String RANGE = AGAIN.formatted(
            "v.at >= $3 and v.at < $4 and (e.types = '' or v.type = any(string_to_array(e.types, ',')))");
    private static final String TEST = """
            with noted as (
                insert into webhook_event (id, tenant, type, body, at)
                select $2::text, tenant, $3::text, $4::text, clock_timestamp() from webhook_endpoint
                where id = $1 and not paused for key share returning id)
            insert into webhook_delivery (endpoint_id, event_id, due_at) select $1, id, clock_timestamp() from noted
            """;

    private final Pool pool;

    DeliveryLog(Pool pool) {
        this.pool = pool;
    }

    /** An endpoint's deliveries before {@code before}, newest first. */
    Uni<List<Delivery>> page(UUID endpoint, long before, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(endpoint, before, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryLog::delivery)
                        .toList());
    }

    /** Has one event delivered again; how many that is: 0 where there is none, or where it is on its way. */
    Uni<Integer> again(UUID endpoint, String eventId) {
        return written(ONE, Tuple.of(endpoint, MOST, eventId)).map(rows -> rows.rowCount());
    }

    /** Has what happened from {@code from} until before {@code to} delivered again, at most {@link #MOST} of it. */
    Uni<Integer> again(UUID endpoint, Instant from, Instant to) {
        return written(RANGE, Tuple.of(endpoint, MOST, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    /** Has an event sent that tells nothing; false where nothing is sent to the endpoint now. */
    Uni<Boolean> test(UUID endpoint, String eventId, String body) {
        return written(TEST, Tuple.of(endpoint, eventId, TEST_EVENT, body)).map(rows -> rows.rowCount() > 0);
    }

    /** As part of the transaction of the context, if there is one. */
    private Uni<RowSet<Row>> written(String sql, Tuple parameters) {
        return pool.withTransaction(
                TransactionPropagation.CONTEXT,
                connection -> connection.preparedQuery(sql).execute(parameters));
    }

    private static Delivery delivery(Row row) {
        Delivery.State state = Delivery.State.valueOf(row.getString("state"));
        Optional<Instant> due = Optional.of(row.getOffsetDateTime("due_at").toInstant());
        return new Delivery(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                state,
                due.filter(at -> state == Delivery.State.PENDING),
                Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant),
                attempts(row));
    }

    private static List<Delivery.Attempt> attempts(Row row) {
        JsonArray stored = (JsonArray) row.getValue("attempts");
        return List.of(EventJson.decode(stored.encode(), Delivery.Attempt[].class));
    }
}
