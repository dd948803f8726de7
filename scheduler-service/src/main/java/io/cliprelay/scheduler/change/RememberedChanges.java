package io.cliprelay.scheduler.change;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.clip.ClipEvent;

/** Changes that were wanted of clips before they were heard of. */
@ApplicationScoped
class RememberedChanges {

    private static final EventTypes<ClipEvent> TYPES = EventTypes.of(ClipEvent.class);

    /**
     * What is kept for a clip that never comes is of no use: what was told of it is gone from Kafka by then, or it is one
     * that was over so long ago that it was forgotten.
     */
    private static final String FORGET = """
            delete from clip_change where position in (
                select position from clip_change where created_at < scheduler_now() - interval '60 days'
                order by created_at limit 100 for update skip locked)
            """;

    private static final String KEEP = """
            insert into clip_change (clip_id, tenant, change_id, type, body, created_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (change_id) do nothing
            """;

    private static final String TAKE = """
            with taken as (delete from clip_change where clip_id = $1 returning *)
            select * from taken order by position
            """;

    Uni<Void> keep(SqlConnection transaction, EventEnvelope<ClipEvent> change) {
        return transaction
                .query(FORGET)
                .execute()
                .chain(() -> transaction
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(
                                change.data().clipId(),
                                change.tenant(),
                                change.id(),
                                change.type(),
                                EventJson.encode(change.data()),
                                change.time().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** What is kept for the clip, in the order in which it came; none of it is kept any longer. */
    Uni<List<EventEnvelope<ClipEvent>>> take(SqlConnection transaction, UUID clipId) {
        return transaction.preparedQuery(TAKE).execute(Tuple.of(clipId)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(RememberedChanges::change)
                .toList());
    }

    private static EventEnvelope<ClipEvent> change(Row row) {
        Class<? extends ClipEvent> type = TYPES.find(row.getString("type")).orElseThrow();
        return new EventEnvelope<>(
                row.getString("change_id"),
                "/cliprelay/gateway",
                row.getUUID("clip_id").toString(),
                row.getString("tenant"),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.empty(),
                EventJson.decode(row.getString("body"), type));
    }
}
