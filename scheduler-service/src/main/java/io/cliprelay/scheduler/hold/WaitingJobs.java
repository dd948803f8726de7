package io.cliprelay.scheduler.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;

/** The jobs that are not out, as rows. */
@ApplicationScoped
class WaitingJobs {

    /** A place among jobs in the order in which they are gone through. */
    record Mark(int priority, OffsetDateTime dueAt, UUID uploadId) {

        static final Mark START = new Mark(-1, OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(0, 0));
    }

    /** An upload and its place. */
    record Place(UploadRef upload, Mark mark) {}

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** In the order in which all who hold several jobs take them. */
    private static final String LOCK = """
            select * from job where upload_id = any($1) and (waiting or held) order by due_at, upload_id for update
            """;

    private static final String HOLD = """
            update job set state = 'HELD', hold = cast(cast($2 as text) as jsonb),
                           updated_at = case when held then updated_at else scheduler_now() end
            where upload_id = $1
            """;

    private static final String RELEASE = """
            update job set state = $2, due_at = $3, hold = null, updated_at = scheduler_now(),
                           placed = case when due_at = $3 then placed end
            where upload_id = $1
            """;

    private static final String WAITING = """
            select upload_id, clip_id, platform, account_id, priority, due_at from job
            where waiting and platform = $1 and %s and (due_at, upload_id) > ($3, $4) and due_at < $6
            order by due_at, upload_id limit $5
            """;

    private static final String HELD_BY = "held and hold ->> 'cause' in ('account', 'platform')";

    /** The most urgent first, because they are let go in this order. */
    private static final String HELD = """
            select upload_id, clip_id, platform, account_id, priority, due_at from job
            where %s and platform = $1 and %s and (priority, due_at, upload_id) > ($6, $3, $4)
            order by priority, due_at, upload_id limit $5
            """;

    private static final String FIRST_ON_PLATFORM = """
            select upload_id, clip_id, platform, account_id, priority, due_at from job
            where held and paused_at is null and hold ->> 'cause' = 'platform' and platform = $1
            order by priority, due_at, upload_id limit 1
            """;

    private static final String FIRST_TO_ACCOUNT = """
            select upload_id, clip_id, platform, account_id, priority, due_at from job
            where held and paused_at is null and hold ->> 'cause' = 'account' and account_id = cast($1 as text)::uuid
            order by priority, due_at, upload_id limit 1
            """;

    /** Few are due soon, so that their time is what finds them. */
    private static final String SOON = """
            select upload_id, clip_id, platform, account_id, priority, due_at from job
            where waiting and due_at < (select scheduler_now()) + $2 * interval '1 millisecond' and %s
            order by priority, due_at, upload_id limit 1
            """;

    private static final String COUNT = "select count(*) as held from job where " + HELD_BY + " and platform = $1 and ";

    Uni<List<WaitingJob>> lock(SqlConnection transaction, Collection<UUID> uploads) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(uploads.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WaitingJob::of)
                        .toList());
    }

    Uni<Void> hold(SqlConnection transaction, UUID upload, Hold hold) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(upload, EventJson.encode(hold)))
                .replaceWithVoid();
    }

    Uni<Void> release(SqlConnection transaction, UUID upload, UploadState state, Instant due) {
        return transaction
                .preparedQuery(RELEASE)
                .execute(Tuple.of(upload, state.name(), due.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Some that wait for a time before {@code until}, or any time where there is none; after the mark. */
    Uni<List<Place>> waiting(SqlClient client, Scope scope, Optional<Instant> until, Mark after, int limit) {
        Tuple place = place(scope, after, limit).addValue(until.orElse(NEVER).atOffset(ZoneOffset.UTC));
        return client.preparedQuery(WAITING.formatted(account(scope)))
                .execute(place)
                .map(WaitingJobs::places);
    }

    /** Some that are held by an account or a platform, after the mark. */
    Uni<List<Place>> held(SqlClient client, Scope scope, Mark after, int limit) {
        return client.preparedQuery(HELD.formatted(HELD_BY, account(scope)))
                .execute(place(scope, after, limit).addInteger(after.priority()))
                .map(WaitingJobs::places);
    }

    private static Tuple place(Scope scope, Mark after, int limit) {
        return Tuple.of(scope.platform(), scope.account().orElse(null), after.dueAt(), after.uploadId(), limit);
    }

    /** How many are held by an account or a platform. */
    Uni<Long> countHeld(SqlClient client, Scope scope) {
        return client.preparedQuery(COUNT + account(scope))
                .execute(Tuple.of(scope.platform(), scope.account().orElse(null)))
                .map(rows -> rows.iterator().next().getLong("held"));
    }

    /** The longest due one that the obstacle holds, and no person. */
    Uni<Optional<UploadRef>> firstHeld(SqlClient client, Obstacle obstacle) {
        return client.preparedQuery(obstacle.source() == Source.PLATFORM ? FIRST_ON_PLATFORM : FIRST_TO_ACCOUNT)
                .execute(Tuple.of(obstacle.target()))
                .map(rows -> places(rows).stream().map(Place::upload).findFirst());
    }

    /** One that the obstacle concerns and that goes out within {@code span}, if nothing is done. */
    Uni<Optional<UploadRef>> firstSoon(SqlClient client, Obstacle obstacle, Duration span) {
        String concerned =
                obstacle.source() == Source.PLATFORM ? "platform = $1" : "account_id = cast(cast($1 as text) as uuid)";
        return client.preparedQuery(SOON.formatted(concerned))
                .execute(Tuple.of(obstacle.target(), span.toMillis()))
                .map(rows -> places(rows).stream().map(Place::upload).findFirst());
    }

    /** Two statements rather than one with a choice in it: each finds its rows by the index. */
    private static String account(Scope scope) {
        return scope.account().isPresent() ? "account_id = $2" : "cast($2 as uuid) is null";
    }

    private static List<Place> places(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(WaitingJobs::place)
                .toList();
    }

    private static Place place(Row row) {
        UUID upload = row.getUUID("upload_id");
        UploadRef ref =
                new UploadRef(upload, row.getUUID("clip_id"), row.getString("platform"), row.getUUID("account_id"));
        return new Place(ref, new Mark(row.getInteger("priority"), row.getOffsetDateTime("due_at"), upload));
    }
}
