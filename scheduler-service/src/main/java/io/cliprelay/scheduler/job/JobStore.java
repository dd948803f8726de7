package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.time.Placement;

/**
 * The jobs: those that are not over, those that are, and the attempts. What changes them takes the connection of the
 * transaction that is open.
 */
@ApplicationScoped
public class JobStore {

    /** json and not jsonb, so that the content's text is kept as it is written. */
    private static final String ADD = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, state, due_at, priority, not_after,
                             wall_time, zone, zone_rules, after_upload, after_gap, hold, content, traceparent)
            select new."uploadId", cast($1 as uuid), cast($2 as text), new.platform, new."accountId", new.state,
                   new."dueAt", new.priority, new."notAfter", new."wallTime", new.zone, new."zoneRules",
                   new."afterUpload", new."afterGap", new.hold, new.content, cast($3 as text)
            from json_to_recordset(cast(cast($4 as text) as json))
                 as new("uploadId" uuid, platform text, "accountId" uuid, state text, "dueAt" timestamptz,
                        priority smallint, "notAfter" timestamptz, "wallTime" text, zone text, "zoneRules" text,
                        "afterUpload" uuid, "afterGap" interval, hold jsonb, content json)
            on conflict (upload_id) do nothing
            returning upload_id
            """;

    /** A statement of its own: it sees what ended while the one before it ran. */
    private static final String DROP_OVER = """
            delete from job using job_done over
            where over.clip_id = $1 and job.upload_id = over.upload_id
            returning job.upload_id
            """;

    private static final String DONE_COLUMNS = """
            upload_id, clip_id, tenant, platform, account_id, due_at, priority, not_after, wall_time, zone, zone_rules,
            after_upload, after_gap, attempt, spent, counted_from, content, traceparent, hold, paused_at, claimed_by, claimed_at,
            created_at
            """;

    private static final String COLUMNS = DONE_COLUMNS + ", last_failure, state, updated_at";

    private static final String HOLD = "select " + COLUMNS + " from job where upload_id = $1 for update";

    private static final String FIND = "select " + COLUMNS + " from job where upload_id = $1 union all select "
            + COLUMNS + " from job_done where upload_id = $1";

    private static final String MOVE = "update job set state = $2, updated_at = scheduler_now() where upload_id = $1";

    private static final String RETRY = """
            update job set state = 'RETRY_WAIT', due_at = $2, spent = $3, updated_at = scheduler_now(),
                           last_failure = cast(cast($4 as text) as jsonb)
            where upload_id = $1
            """;

    private static final String END = """
            with ended as (delete from job where upload_id = $1 returning *)
            insert into job_done (%1$s, last_failure, state, updated_at, finished_at, reason)
            select %1$s, coalesce(cast(cast($3 as text) as jsonb), last_failure), cast($2 as text), now, now,
                   cast(cast($4 as text) as jsonb)
            from ended, (select scheduler_now() as now) clock
            """.formatted(DONE_COLUMNS);

    /** Those ordered by an earlier version are there already, without an end. */
    private static final String END_ATTEMPT = """
            insert into job_attempt (upload_id, attempt, ordered_at, ended_at, outcome, failure)
            values ($1, $2, $3, scheduler_now(), $4, cast(cast($5 as text) as jsonb))
            on conflict (upload_id, attempt, ordered_at) do update
                set ended_at = excluded.ended_at, outcome = excluded.outcome, failure = excluded.failure
                where job_attempt.ended_at is null
            """;

    private static final String NOTE_PLACE =
            "update job set placed = cast(cast($2 as text) as jsonb) where upload_id = $1";

    private static final String ADOPT = """
            update job set state = 'QUEUED', attempt = $2, hold = null, claimed_by = null, claimed_at = clock.now,
                           updated_at = clock.now
            from (select scheduler_now() as now) clock where upload_id = $1
            returning %s
            """.formatted(COLUMNS);

    private static final String WAKE = "select pg_notify('" + DueSooner.CHANNEL + "', $1)";

    /**
     * Adds a job for each upload of the clip that has none yet and is not over; has the replicas wake for them. Yields
     * which were added.
     */
    public Uni<Set<UUID>> add(
            SqlConnection transaction, String tenant, ClipSubmitted clip, Optional<String> traceparent) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(clip.clipId(), tenant, traceparent.orElse(null), EventJson.encode(newJobs(clip))))
                .map(JobStore::ids)
                .chain(added -> transaction
                        .preparedQuery(DROP_OVER)
                        .execute(Tuple.of(clip.clipId()))
                        .map(JobStore::ids)
                        .map(over -> without(added, over)))
                .call(() -> dueSooner(transaction, earliest(clip)));
    }

    private static List<NewJob> newJobs(ClipSubmitted clip) {
        return clip.uploads().stream()
                .map(planned -> NewJob.of(planned, clip.submittedAt()))
                .toList();
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("upload_id"))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> without(Set<UUID> added, Set<UUID> over) {
        return added.stream().filter(id -> !over.contains(id)).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant earliest(ClipSubmitted clip) {
        return clip.uploads().stream()
                .map(PlannedUpload::dueAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Keeps why uploads whose jobs were written just now are not where they were said to be. */
    public Uni<Void> notePlaces(SqlConnection transaction, List<Placement> placed) {
        return Multi.createFrom()
                .iterable(placed)
                .filter(placement -> placement.reason().isPresent())
                .onItem()
                .transformToUniAndConcatenate(placement -> transaction
                        .preparedQuery(NOTE_PLACE)
                        .execute(Tuple.of(
                                placement.upload().uploadId(),
                                EventJson.encode(placement.reason().orElseThrow()))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * To be called by whatever makes a job due at {@code at}, if that may be earlier than any replica knows: when the
     * transaction is committed all of them are told. Nothing else need be done for the job to go out in time.
     */
    public Uni<Void> dueSooner(SqlConnection transaction, Instant at) {
        return at.equals(Instant.MAX)
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(WAKE)
                        .execute(Tuple.of(DueSooner.payload(at)))
                        .replaceWithVoid();
    }

    /** The upload's job, also where it is over. */
    public Uni<Optional<Job>> find(SqlClient client, UUID uploadId) {
        return client.preparedQuery(FIND).execute(Tuple.of(uploadId)).map(JobStore::first);
    }

    /** The upload's job, held until the transaction ends; empty where it is over or there never was one. */
    public Uni<Optional<Job>> hold(SqlConnection transaction, UUID uploadId) {
        return transaction.preparedQuery(HOLD).execute(Tuple.of(uploadId)).map(JobStore::first);
    }

    /** Notes that an attempt of the job, which is held, was ordered although that was forgotten; yields the job as it is now. */
    public Uni<Job> adopt(SqlConnection transaction, UUID uploadId, int attempt) {
        return transaction
                .preparedQuery(ADOPT)
                .execute(Tuple.of(uploadId, attempt))
                .map(rows -> first(rows).orElseThrow());
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
                .chain(() -> dueSooner(transaction, at));
    }

    /** Ends the job, which is held: from now on it is history. {@code failure} replaces the last one where there is one. */
    public Uni<Void> end(
            SqlConnection transaction, UUID uploadId, UploadState terminal, Optional<UploadFailure> failure) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(uploadId, terminal.name(), encoded(failure), null))
                .replaceWithVoid();
    }

    /** Ends the job, which is held, because it is not to go out any more, and keeps why. */
    public Uni<Void> cancel(SqlConnection transaction, UUID uploadId, Reason why) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(uploadId, UploadState.CANCELLED.name(), null, EventJson.encode(why)))
                .replaceWithVoid();
    }

    /** Writes down the job's running attempt, and what became of it. */
    public Uni<Void> endAttempt(
            SqlConnection transaction, Job job, UploadState outcome, Optional<UploadFailure> failure) {
        return job.orderedAt()
                .map(ordered -> transaction
                        .preparedQuery(END_ATTEMPT)
                        .execute(Tuple.of(
                                job.upload().uploadId(),
                                job.attempt(),
                                ordered.atOffset(ZoneOffset.UTC),
                                outcome.name(),
                                encoded(failure)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static String encoded(Optional<UploadFailure> failure) {
        return failure.map(EventJson::encode).orElse(null);
    }

    private static Optional<Job> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(Job::of);
    }
}
