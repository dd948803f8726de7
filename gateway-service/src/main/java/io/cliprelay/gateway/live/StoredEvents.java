package io.cliprelay.gateway.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The events that were noted, in their order. May be called from any thread. */
@ApplicationScoped
class StoredEvents {

    private static final String SELECT = "select position, id, tenant, clip_id, type, body from webhook_event where ";
    private static final String ORDER = " order by position limit ";
    private static final String OF_ALL = SELECT + "position > $1" + ORDER + "$2";
    private static final String OF_TENANT = SELECT + "tenant = $1 and position > $2" + ORDER + "$3";
    private static final String OF_CLIP = SELECT + "clip_id = $1 and position > $2" + ORDER + "$3";
    private static final String BY_ID = SELECT + "id = $1 and tenant = $2 and position is not null";
    private static final String LATEST =
            "select id, position from webhook_event where tenant = $1 and position is not null order by position desc limit 1";

    private final Pool pool;

    StoredEvents(Pool pool) {
        this.pool = pool;
    }

    /** The next events of all tenants. */
    Uni<List<StoredEvent>> after(long position, int limit) {
        return pool.preparedQuery(OF_ALL).execute(Tuple.of(position, limit)).map(StoredEvents::events);
    }

    /** The next events for an audience; its clip must be its tenant's. */
    Uni<List<StoredEvent>> after(Audience audience, long position, int limit) {
        return audience.clip()
                .map(clip -> pool.preparedQuery(OF_CLIP).execute(Tuple.of(clip, position, limit)))
                .orElseGet(() -> pool.preparedQuery(OF_TENANT).execute(Tuple.of(audience.tenant(), position, limit)))
                .map(StoredEvents::events);
    }

    /** The event of that id; empty where the audience has none, or not any more. */
    Uni<Optional<StoredEvent>> find(Audience audience, String id) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(id, audience.tenant()))
                .map(rows -> events(rows).stream()
                        .filter(event -> audience.clip().stream().allMatch(event.clipId()::equals))
                        .findFirst());
    }

    /** Where a stream of all that happens to a tenant from now on begins. */
    Uni<Beginning> now(String tenant) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(tenant)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(row -> Beginning.now(new Moment.Ready(Optional.of(row.getString("id"))), row.getLong("position")))
                .orElseGet(() -> Beginning.now(new Moment.Ready(Optional.empty()), 0)));
    }

    /** The last position that was given. */
    Uni<Long> head() {
        return pool.query("select position from webhook_event_head")
                .execute()
                .map(rows -> rows.iterator().next().getLong("position"));
    }

    private static List<StoredEvent> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StoredEvents::event)
                .toList();
    }

    private static StoredEvent event(Row row) {
        UUID clip = row.getUUID("clip_id");
        return new StoredEvent(
                row.getLong("position"),
                row.getString("id"),
                row.getString("tenant"),
                clip,
                row.getString("type"),
                row.getString("body"));
    }
}
