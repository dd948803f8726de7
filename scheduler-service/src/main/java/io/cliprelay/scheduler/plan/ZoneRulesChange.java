package io.cliprelay.scheduler.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;
import io.cliprelay.scheduler.time.ZoneRules;

/** Moves what waits for a time on the wall, where the rules of its zone are others than when it was planned. */
@ApplicationScoped
class ZoneRulesChange {

    private static final int BATCH = 200;

    private static final String PLANNED_OTHERWISE = """
            select * from job
            where zone is not null and zone_rules <> $1
              and attempt = 0 and state in ('SCHEDULED', 'HELD') and due_at > (select scheduler_now())
            limit $2
            for update skip locked
            """;

    private static final String REPLAN =
            "update job set zone_rules = $2, due_at = coalesce($3, due_at) where upload_id = $1";

    private final JobStore jobs;
    private final Outbox outbox;
    private final InstantSource clock;

    ZoneRulesChange(JobStore jobs, Outbox outbox, InstantSource clock) {
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at some jobs that were planned by other rules than {@code rules}; yields how many. */
    Uni<Integer> replan(SqlConnection transaction, String rules) {
        return transaction
                .preparedQuery(PLANNED_OTHERWISE)
                .execute(Tuple.of(rules, BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> replan(transaction, rules, rows));
    }

    private Uni<Integer> replan(SqlConnection transaction, String rules, List<Row> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> replan(transaction, rules, row))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Job> replan(SqlConnection transaction, String rules, Row row) {
        Job job = Job.of(row);
        Optional<Instant> moved = ZoneRules.moved(row.getString("wall_time"), row.getString("zone"), job.dueAt());
        return transaction
                .preparedQuery(REPLAN)
                .execute(Tuple.of(
                        job.upload().uploadId(),
                        rules,
                        moved.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null)))
                .chain(() -> moved.map(instant -> tell(transaction, job, instant))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(job);
    }

    private Uni<Void> tell(SqlConnection transaction, Job job, Instant dueAt) {
        UploadEvent scheduled = new UploadEvent.Scheduled(job.upload(), job.attempt(), dueAt, ZoneRules.otherRules());
        Uni<Void> told = job.state() == UploadState.SCHEDULED
                ? outbox.add(OpenTransaction.on(transaction), JobEvents.toEveryone(job, clock.instant(), scheduled))
                : Uni.createFrom().voidItem();
        return told.chain(() -> jobs.dueSooner(transaction, dueAt));
    }
}
