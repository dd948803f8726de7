package io.cliprelay.scheduler.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * The table of obstacles. Of two words about one, that holds which was told later: by their places in their topic, since
 * whoever tells them may have had a clock that was set meanwhile. Only what an attempt ran into has no place there; it is
 * compared by time, and costs an attempt at worst.
 */
@ApplicationScoped
class Obstacles {

    /** Not what was heard before, unless its topic began anew. */
    private static final String IS_NEWS = """
            (obstacle.heard_partition is distinct from excluded.heard_partition
             or obstacle.heard_offset <= excluded.heard_offset or obstacle.told_at < excluded.told_at)
            """;

    private static final String RAISED = """
            set open = true, until = excluded.until, reason = excluded.reason, told_at = excluded.told_at, probe = null,
                since = case when obstacle.open then obstacle.since else excluded.since end
            """;

    private static final String RAISE = """
            insert into obstacle (source, target, open, since, until, reason, told_at, heard_partition, heard_offset)
            values ($1, $2, true, $3, $4, cast(cast($5 as text) as jsonb), $3, $6, $7)
            on conflict (source, target) do update
            %s, heard_partition = excluded.heard_partition, heard_offset = excluded.heard_offset
            where %s
            """.formatted(RAISED, IS_NEWS);

    private static final String REFUSE = """
            insert into obstacle (source, target, open, since, until, reason, told_at)
            values ($1, $2, true, $3, $4, cast(cast($5 as text) as jsonb), $3)
            on conflict (source, target) do update
            %s
            where obstacle.told_at <= excluded.told_at and not (obstacle.open and obstacle.until is null)
            """.formatted(RAISED);

    private static final String CLEAR = """
            insert into obstacle (source, target, open, since, reason, told_at, heard_partition, heard_offset)
            values ($1, $2, false, $3, '{}', $3, $5, $6)
            on conflict (source, target) do update
            set open = false, told_at = excluded.told_at, probe = null,
                heard_partition = excluded.heard_partition, heard_offset = excluded.heard_offset
            where %s and (obstacle.until is null or not $4)
            """.formatted(IS_NEWS);

    /** What an upload tried, and what was a refusal before it: where consent is lost, it takes more to be over. */
    private static final String DISPROVED = """
            open and target = any($2) and told_at < $3
            and (probe = $1 or source = 'consent' and until is not null)
            """;

    private static final String IS_DISPROVED = "select 1 from obstacle where " + DISPROVED;

    private static final String DISPROVE =
            "update obstacle set open = false, probe = null, told_at = $3 where " + DISPROVED;

    private static final String AS_RAISED = """
            select 1 from obstacle
            where open and source = $1 and target = $2 and until is not distinct from $3
              and reason = cast(cast($4 as text) as jsonb)
            """;

    /** One whose time is over has no end that is known: all but one wait for what that one finds. */
    private static final String OPEN = """
            select source, target, since, case when until > scheduler_now() then until end as until, reason, probe
            from obstacle where open and target = any($1)
            """;

    private static final String PASSED = "select * from obstacle where open and until <= scheduler_now()";

    private static final String PROBE = """
            update obstacle set probe = $3, until = scheduler_now() + $4 * interval '1 millisecond'
            where source = $1 and target = $2 and open and until <= scheduler_now()
            """;

    /** Takes what was told at {@code at}; of no effect where something later was heard. */
    Uni<Void> take(SqlConnection transaction, Word word, Instant at, Heard heard) {
        return switch (word) {
            case Word.Raised raised ->
                transaction
                        .preparedQuery(RAISE)
                        .execute(raising(raised.obstacle())
                                .addInteger(heard.partition())
                                .addLong(heard.offset()))
                        .replaceWithVoid();
            case Word.Cleared cleared ->
                transaction
                        .preparedQuery(CLEAR)
                        .execute(Tuple.of(cleared.source().stored(), cleared.target(), utc(at), cleared.endless())
                                .addInteger(heard.partition())
                                .addLong(heard.offset()))
                        .replaceWithVoid();
        };
    }

    /** Takes what an attempt ran into; of no effect where something later was told. */
    Uni<Void> refuse(SqlConnection transaction, Word.Raised refusal) {
        return transaction
                .preparedQuery(REFUSE)
                .execute(raising(refusal.obstacle()))
                .replaceWithVoid();
    }

    /** Whether that an upload got through which was {@code ordered} then shows that something is over. */
    Uni<Boolean> isDisproved(SqlClient client, UploadRef upload, Instant ordered) {
        return client.preparedQuery(IS_DISPROVED)
                .execute(passed(upload, ordered))
                .map(rows -> rows.size() > 0);
    }

    /** Ends what is over because an upload got through which was {@code ordered} then. */
    Uni<Void> disprove(SqlConnection transaction, UploadRef upload, Instant ordered) {
        return transaction
                .preparedQuery(DISPROVE)
                .execute(passed(upload, ordered))
                .replaceWithVoid();
    }

    private static Tuple passed(UploadRef upload, Instant ordered) {
        return Tuple.of(upload.uploadId(), targets(List.of(upload)), utc(ordered));
    }

    /** Whether it is in the table already, just as it is told. */
    Uni<Boolean> isKnown(SqlConnection transaction, Obstacle obstacle) {
        return transaction
                .preparedQuery(AS_RAISED)
                .execute(Tuple.of(
                        obstacle.source().stored(),
                        obstacle.target(),
                        obstacle.until().map(Obstacles::utc).orElse(null),
                        EventJson.encode(obstacle.reason())))
                .map(rows -> rows.size() > 0);
    }

    private static Tuple raising(Obstacle obstacle) {
        return Tuple.of(
                obstacle.source().stored(),
                obstacle.target(),
                utc(obstacle.since()),
                obstacle.until().map(Obstacles::utc).orElse(null),
                EventJson.encode(obstacle.reason()));
    }

    /** What is in the way of any of the uploads. */
    Uni<List<Obstacle>> inTheWayOf(SqlClient client, Collection<UploadRef> uploads) {
        return client.preparedQuery(OPEN).execute(Tuple.of(targets(uploads))).map(Obstacles::list);
    }

    private static String[] targets(Collection<UploadRef> uploads) {
        return uploads.stream()
                .flatMap(upload ->
                        Stream.of(upload.platform(), upload.accountId().toString()))
                .distinct()
                .toArray(String[]::new);
    }

    /** Those whose time is over, so that one upload may try. */
    Uni<List<Obstacle>> passed(SqlClient client) {
        return client.query(PASSED).execute().map(Obstacles::list);
    }

    /** Lets one upload try, and the others wait for it; false where the obstacle is not the same any more. */
    Uni<Boolean> tryWith(SqlConnection transaction, Obstacle obstacle, UUID upload, Duration patience) {
        return transaction
                .preparedQuery(PROBE)
                .execute(Tuple.of(obstacle.source().stored(), obstacle.target(), upload, patience.toMillis()))
                .map(rows -> rows.rowCount() == 1);
    }

    private static List<Obstacle> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Obstacles::of)
                .toList();
    }

    private static Obstacle of(Row row) {
        return new Obstacle(
                Source.of(row.getString("source")),
                row.getString("target"),
                row.getOffsetDateTime("since").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("until")).map(OffsetDateTime::toInstant),
                EventJson.decode(row.getJsonObject("reason").encode(), UploadFailure.Reason.class),
                Optional.ofNullable(row.getUUID("probe")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
