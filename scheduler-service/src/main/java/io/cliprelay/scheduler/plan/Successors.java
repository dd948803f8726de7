package io.cliprelay.scheduler.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.scheduler.hold.Holds;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;

/**
 * Uploads that wait for the first of their clip. Once that one is published, or is the draft that it was to be, they
 * are let go, each after its gap; where it fails or is cancelled they are cancelled: whoever wanted to see it live first
 * does not want the others without it.
 */
@ApplicationScoped
public class Successors {

    private static final int BATCH = 200;

    /** Where the upload is not named: what was missed, whatever it waits for. */
    private static final String WAITING = """
            select job.upload_id from job join job_done as over on over.upload_id = job.after_upload
            where job.after_upload is not null and (cast($1 as uuid) is null or job.after_upload = $1)
              and job.state = 'HELD' and job.hold ->> 'cause' = 'predecessor' and over.state in (%s)
            limit $2
            for update of job skip locked
            """;

    /** Looked at without holding any: locks of others come first. */
    private static final String FOLLOWING = """
            select job.upload_id, job.clip_id, job.platform, job.account_id
            from job join job_done as over on over.upload_id = job.after_upload
            where job.after_upload is not null and (cast($1 as uuid) is null or job.after_upload = $1)
              and job.state = 'HELD' and job.hold ->> 'cause' = 'predecessor'
            limit $2
            """;

    private static final String LET_GO = """
            with free as (%s)
            update job set state = 'SCHEDULED', hold = null, after_upload = null, after_gap = null,
                   due_at = greatest(job.due_at, over.finished_at + job.after_gap),
                   zone = case when over.finished_at + job.after_gap <= job.due_at then job.zone end,
                   updated_at = scheduler_now()
            from free, job_done as over
            where job.upload_id = free.upload_id and over.upload_id = job.after_upload
            returning job.*
            """.formatted(WAITING.formatted("'PUBLISHED', 'DRAFTED'"));

    private static final String IN_VAIN = """
            select * from job where upload_id in (%s)
            """.formatted(WAITING.formatted("'FAILED', 'CANCELLED'"));

    private static final Reason FIRST_PUBLISHED = new Reason(
            "stagger.first-published",
            "The upload that it waited for is published.",
            "Nothing to do; it goes out after its gap.");

    private static final Reason FIRST_FAILED = new Reason(
            "stagger.first-failed",
            "It was to go out after another upload of the clip, and that one was not published.",
            "Mend what kept that one, and submit the clip again to these accounts.");

    private final Pool pool;
    private final Transactions transactions;
    private final Holds holds;
    private final JobStore jobs;
    private final Cancellations cancellations;
    private final Outbox outbox;
    private final InstantSource clock;

    Successors(
            Pool pool,
            Transactions transactions,
            Holds holds,
            JobStore jobs,
            Cancellations cancellations,
            Outbox outbox,
            InstantSource clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.holds = holds;
        this.jobs = jobs;
        this.cancellations = cancellations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To be called when it is committed that the upload's job may be over; does nothing where it is not. */
    public Uni<Void> followed(UUID upload) {
        return settle(which(Optional.of(upload))).replaceWithVoid();
    }

    /** Lets go and cancels some of what was missed; yields how many. */
    Uni<Integer> catchUp() {
        return settle(which(Optional.empty()));
    }

    private Uni<Integer> settle(Tuple which) {
        return pool.preparedQuery(FOLLOWING)
                .execute(which)
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().item(0)
                        : transactions.run(transaction -> settle(transaction, which)));
    }

    private static Tuple which(Optional<UUID> ended) {
        return Tuple.of(ended.orElse(null), BATCH);
    }

    private Uni<Integer> settle(SqlConnection transaction, Tuple which) {
        return transaction
                .preparedQuery(FOLLOWING)
                .execute(which)
                .map(Successors::refs)
                .chain(following -> following.isEmpty()
                        ? Uni.createFrom().item(0)
                        : holds.prepare(transaction, following).chain(() -> settlePrepared(transaction, which)));
    }

    private Uni<Integer> settlePrepared(SqlConnection transaction, Tuple which) {
        return transaction
                .preparedQuery(LET_GO)
                .execute(which)
                .map(Successors::jobs)
                .call(free -> tell(transaction, free))
                .call(free -> holds.reconsider(
                        transaction, free.stream().map(Job::upload).toList()))
                .chain(free -> cancel(transaction, which).map(cancelled -> cancelled + free.size()));
    }

    private Uni<Integer> cancel(SqlConnection transaction, Tuple which) {
        return transaction
                .preparedQuery(IN_VAIN)
                .execute(which)
                .map(Successors::jobs)
                .chain(vain -> cancellations.cancel(transaction, vain, FIRST_FAILED));
    }

    private Uni<Void> tell(SqlConnection transaction, List<Job> free) {
        return Multi.createFrom()
                .iterable(free)
                .onItem()
                .transformToUniAndConcatenate(job -> tell(transaction, job))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tell(SqlConnection transaction, Job job) {
        UploadEvent scheduled = new UploadEvent.Scheduled(job.upload(), job.attempt(), job.dueAt(), FIRST_PUBLISHED);
        return outbox.add(OpenTransaction.on(transaction), JobEvents.toEveryone(job, clock.instant(), scheduled))
                .chain(() -> jobs.dueSooner(transaction, job.dueAt()));
    }

    private static List<UploadRef> refs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new UploadRef(
                        row.getUUID("upload_id"),
                        row.getUUID("clip_id"),
                        row.getString("platform"),
                        row.getUUID("account_id")))
                .toList();
    }

    private static List<Job> jobs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Job::of).toList();
    }
}
