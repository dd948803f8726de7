package io.cliprelay.scheduler.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
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
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/** The table of jobs. What changes it takes the connection of the transaction that is open. */
@ApplicationScoped
public class JobStore {

    private static final String ADD = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, content, traceparent)
            select planned."uploadId", cast($1 as uuid), cast($2 as text), planned.platform, planned."accountId",
                   planned."dueAt", planned.content, cast($3 as text)
            from jsonb_to_recordset(cast(cast($4 as text) as jsonb))
                 as planned("uploadId" uuid, platform text, "accountId" uuid, "dueAt" timestamptz, content jsonb)
            on conflict (upload_id) do nothing
            """;

    /** The database's clock decides what is due, so replicas need not agree on theirs. */
    private static final String CLAIM = """
            with due as (
                select upload_id from job
                where state in ('SCHEDULED', 'RETRY_WAIT') and due_at <= now()
                order by due_at limit $1
                for update skip locked)
            update job set state = 'QUEUED', attempt = attempt + 1, updated_at = clock_timestamp()
            from due where job.upload_id = due.upload_id
            returning job.*
            """;

    private static final String UNANSWERED = """
            with silent as (
                select upload_id from job
                where state = 'QUEUED' and updated_at < now() - $2 * interval '1 millisecond'
                order by updated_at limit $1
                for update skip locked)
            update job set updated_at = clock_timestamp()
            from silent where job.upload_id = silent.upload_id
            returning job.*
            """;

    /** What is due already and was not claimed is in another replica's hands. */
    private static final String UNTIL_NEXT = """
            select cast(ceil(extract(epoch from min(due_at) - clock_timestamp()) * 1000) as bigint) as millis
            from job where state in ('SCHEDULED', 'RETRY_WAIT') and due_at > now()
            """;

    private static final String FIND = "select * from job where upload_id = $1";

    private static final String MOVE = "update job set state = $2, updated_at = now() where upload_id = $1";

    private static final String RETRY = """
            update job set state = 'RETRY_WAIT', due_at = $2, spent = $3, updated_at = now(),
                           last_failure = cast(cast($4 as text) as jsonb)
            where upload_id = $1
            """;

    private static final String FAIL = """
            update job set state = 'FAILED', updated_at = now(), last_failure = cast(cast($2 as text) as jsonb)
            where upload_id = $1
            """;

    /** Adds a job for each upload of the clip that has none yet; yields how many were added. */
    public Uni<Integer> add(
            SqlConnection transaction, String tenant, ClipSubmitted clip, Optional<String> traceparent) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(clip.clipId(), tenant, traceparent.orElse(null), EventJson.encode(clip.uploads())))
                .map(RowSet::rowCount);
    }

    /**
     * Takes jobs that are due, the longest due first, and counts their next attempt as ordered. Skips what another
     * transaction holds.
     */
    public Uni<List<Job>> claimDue(SqlConnection transaction, int atMost) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(atMost))
                // An update returns its rows in no order of note.
                .map(rows -> jobs(rows).sorted(Comparator.comparing(Job::dueAt)).toList());
    }

    /** Takes jobs whose command was sent longer than {@code silence} ago and whose worker has said nothing yet. */
    public Uni<List<Job>> claimUnanswered(SqlConnection transaction, int atMost, Duration silence) {
        return transaction
                .preparedQuery(UNANSWERED)
                .execute(Tuple.of(atMost, silence.toMillis()))
                .map(rows -> jobs(rows).toList());
    }

    /** How long until the next job is due, rounded up to milliseconds; empty where none waits for a later instant. */
    public Uni<Optional<Duration>> untilNextDue(SqlConnection transaction) {
        return transaction.query(UNTIL_NEXT).execute().map(rows -> Optional.ofNullable(
                        rows.iterator().next().getLong("millis"))
                .map(Duration::ofMillis));
    }

    /** The upload's job. */
    public Uni<Optional<Job>> find(SqlClient client, UUID uploadId) {
        return client.preparedQuery(FIND).execute(Tuple.of(uploadId)).map(rows -> jobs(rows)
                .findFirst());
    }

    /** The upload's job, held until the transaction ends. */
    public Uni<Optional<Job>> hold(SqlConnection transaction, UUID uploadId) {
        return transaction
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(uploadId))
                .map(rows -> jobs(rows).findFirst());
    }

    /** Notes how far the running attempt is. */
    public Uni<Void> move(SqlConnection transaction, UUID uploadId, UploadState state) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(uploadId, state.name()))
                .replaceWithVoid();
    }

    /** Plans another attempt. */
    public Uni<Void> retry(SqlConnection transaction, UUID uploadId, UploadFailure failure, Instant at, int spent) {
        return transaction
                .preparedQuery(RETRY)
                .execute(Tuple.of(uploadId, at.atOffset(ZoneOffset.UTC), spent, EventJson.encode(failure)))
                .replaceWithVoid();
    }

    /** Gives the upload up. */
    public Uni<Void> fail(SqlConnection transaction, UUID uploadId, UploadFailure failure) {
        return transaction
                .preparedQuery(FAIL)
                .execute(Tuple.of(uploadId, EventJson.encode(failure)))
                .replaceWithVoid();
    }

    private static Stream<Job> jobs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Job::of);
    }
}
