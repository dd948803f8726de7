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

/** The table of obstacles. Of two words about one, the later told holds. */
@ApplicationScoped
class Obstacles {

    private static final String RAISE = """
            insert into obstacle (source, target, open, since, until, reason, told_at)
            values ($1, $2, true, $3, $4, cast(cast($5 as text) as jsonb), $3)
            on conflict (source, target) do update
            set open = true, until = excluded.until, reason = excluded.reason, told_at = excluded.told_at, probe = null,
                since = case when obstacle.open then obstacle.since else excluded.since end
            where obstacle.told_at <= excluded.told_at
            """;

    private static final String CLEAR = """
            insert into obstacle (source, target, open, since, reason, told_at)
            values ($1, $2, false, $3, '{}', $3)
            on conflict (source, target) do update
            set open = false, told_at = excluded.told_at, probe = null
            where obstacle.told_at <= excluded.told_at and (obstacle.until is null or not $4)
            """;

    private static final String OPEN = "select * from obstacle where open and target = any($1)";

    private static final String PASSED = "select * from obstacle where open and until <= scheduler_now()";

    private static final String PROBE = """
            update obstacle set probe = $3, until = scheduler_now() + $4 * interval '1 millisecond'
            where source = $1 and target = $2 and open and until <= scheduler_now()
            """;

    Uni<Void> take(SqlConnection transaction, Word word, Instant at) {
        return switch (word) {
            case Word.Raised raised -> raise(transaction, raised.obstacle());
            case Word.Cleared cleared ->
                transaction
                        .preparedQuery(CLEAR)
                        .execute(Tuple.of(cleared.source().stored(), cleared.target(), utc(at), cleared.endless()))
                        .replaceWithVoid();
        };
    }

    private static Uni<Void> raise(SqlConnection transaction, Obstacle obstacle) {
        return transaction
                .preparedQuery(RAISE)
                .execute(Tuple.of(
                        obstacle.source().stored(),
                        obstacle.target(),
                        utc(obstacle.since()),
                        obstacle.until().map(Obstacles::utc).orElse(null),
                        EventJson.encode(obstacle.reason())))
                .replaceWithVoid();
    }

    /** What is in the way of any of the uploads. */
    Uni<List<Obstacle>> inTheWayOf(SqlClient client, Collection<UploadRef> uploads) {
        String[] targets = uploads.stream()
                .flatMap(upload ->
                        Stream.of(upload.platform(), upload.accountId().toString()))
                .distinct()
                .toArray(String[]::new);
        return client.preparedQuery(OPEN).execute(Tuple.of(targets)).map(Obstacles::list);
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
