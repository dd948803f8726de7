package io.cliprelay.scheduler.change;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.scheduler.hold.WaitingJob;

/** The jobs of one clip, as rows: those that are not over and those that are. */
@ApplicationScoped
class ClipJobs {

    /** So that a clip is not heard of, or changed twice, while it is changed. */
    private static final String LOCK_CLIP = "select pg_advisory_xact_lock(hashtextextended($1, 42))";

    private static final String REFS = """
            select job.upload_id, job.clip_id, platform, account_id from job_of_clip join job using (upload_id)
            where job_of_clip.clip_id = $1 and tenant = $2
            union
            select upload_id, clip_id, platform, account_id from job_done where clip_id = $1 and tenant = $2
            """;

    private static final String LOCK_JOBS = """
            select job.* from job_of_clip join job using (upload_id) where job_of_clip.clip_id = $1 and tenant = $2
            order by due_at, upload_id for update of job
            """;

    /** Asked after the others are held: what ended while they were waited for is among these. */
    private static final String OVER = "select * from job_done where clip_id = $1 and tenant = $2";

    private static final String PAUSE = "update job set paused_at = $2 where upload_id = any($1)";

    private static final String RESUME = "update job set paused_at = null where upload_id = any($1)";

    private static final String REWRITE = """
            update job set content = planned.content
            from json_to_recordset(cast(cast($1 as text) as json)) as planned("uploadId" uuid, content json)
            where job.upload_id = planned."uploadId"
            """;

    /** Whoever gets a new place does not stand in its own way. */
    private static final String LEAVE_PLACES =
            "update job set due_at = timestamptz '9999-12-31 00:00:00Z' where upload_id = any($1)";

    private static final String REVISE = """
            update job set due_at = planned."dueAt", content = planned.content, not_after = planned."notAfter",
                           wall_time = planned."wallTime" ->> 'local', zone = planned."wallTime" ->> 'zone',
                           zone_rules = $2, placed = null
            from json_to_recordset(cast(cast($1 as text) as json))
                 as planned("uploadId" uuid, "dueAt" timestamptz, content json, "notAfter" timestamptz,
                            "wallTime" json)
            where job.upload_id = planned."uploadId"
            """;

    private static final String COLUMNS = """
            upload_id, clip_id, tenant, platform, account_id, priority, attempt, content, traceparent, last_failure,
            claimed_at, created_at
            """;

    /** With all of the platform's tries before it, and at once: whatever its deadline was, a person wants it now. */
    private static final String AGAIN = """
            with again as (delete from job_done where upload_id = $1 and state = 'FAILED' returning *)
            insert into job (%1$s, state, due_at, spent, counted_from)
            select %1$s, 'RETRY_WAIT', scheduler_now(), 0, attempt from again
            """.formatted(COLUMNS);

    Uni<Void> lockClip(SqlConnection transaction, UUID clipId) {
        return transaction
                .preparedQuery(LOCK_CLIP)
                .execute(Tuple.of(clipId.toString()))
                .replaceWithVoid();
    }

    /** All uploads of the clip that were ever heard of, without holding any. */
    Uni<List<UploadRef>> refs(SqlConnection transaction, UUID clipId, String tenant) {
        return transaction.preparedQuery(REFS).execute(Tuple.of(clipId, tenant)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(ClipJobs::ref)
                .toList());
    }

    /** All jobs of the clip; those that are not over are held until the transaction ends. */
    Uni<List<WaitingJob>> lock(SqlConnection transaction, UUID clipId, String tenant) {
        return transaction
                .preparedQuery(LOCK_JOBS)
                .execute(Tuple.of(clipId, tenant))
                .chain(open -> transaction
                        .preparedQuery(OVER)
                        .execute(Tuple.of(clipId, tenant))
                        .map(over -> both(open, over)));
    }

    Uni<Void> pause(SqlConnection transaction, Collection<UUID> uploads, Instant at) {
        return transaction
                .preparedQuery(PAUSE)
                .execute(Tuple.of(uploads.toArray(UUID[]::new), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> resume(SqlConnection transaction, Collection<UUID> uploads) {
        return transaction
                .preparedQuery(RESUME)
                .execute(Tuple.of((Object) uploads.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Gives the jobs other words, and nothing else. */
    Uni<Void> rewrite(SqlConnection transaction, List<PlannedUpload> uploads) {
        return transaction
                .preparedQuery(REWRITE)
                .execute(Tuple.of(EventJson.encode(uploads)))
                .replaceWithVoid();
    }

    /** Has the jobs take no room where they are planned; a place is to be given to them in the same transaction. */
    Uni<Void> leavePlaces(SqlConnection transaction, List<PlannedUpload> uploads) {
        UUID[] ids = uploads.stream().map(PlannedUpload::uploadId).toArray(UUID[]::new);
        return transaction
                .preparedQuery(LEAVE_PLACES)
                .execute(Tuple.of((Object) ids))
                .replaceWithVoid();
    }

    Uni<Void> revise(SqlConnection transaction, List<PlannedUpload> uploads) {
        return transaction
                .preparedQuery(REVISE)
                .execute(Tuple.of(EventJson.encode(uploads), WallTime.rules()))
                .replaceWithVoid();
    }

    /** Has a failed upload tried again; its next attempt has the next number. */
    Uni<Void> again(SqlConnection transaction, UUID upload) {
        return transaction.preparedQuery(AGAIN).execute(Tuple.of(upload)).replaceWithVoid();
    }

    private static List<WaitingJob> both(RowSet<Row> open, RowSet<Row> over) {
        List<WaitingJob> all = new ArrayList<>();
        open.forEach(row -> all.add(WaitingJob.of(row)));
        over.forEach(row -> all.add(WaitingJob.of(row)));
        return all;
    }

    private static UploadRef ref(Row row) {
        return new UploadRef(
                row.getUUID("upload_id"), row.getUUID("clip_id"), row.getString("platform"), row.getUUID("account_id"));
    }
}
