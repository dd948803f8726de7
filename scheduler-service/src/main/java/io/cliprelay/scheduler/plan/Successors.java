package io.cliprelay.scheduler.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.transaction.OpenTransaction;
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

    private final JobStore jobs;
    private final Cancellations cancellations;
    private final Outbox outbox;
    private final InstantSource clock;

    Successors(JobStore jobs, Cancellations cancellations, Outbox outbox, InstantSource clock) {
        this.jobs = jobs;
        this.cancellations = cancellations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To be called in the transaction that ended the upload's job, after that. */
    public Uni<Void> followed(SqlConnection transaction, UUID ended) {
        return settle(transaction, Optional.of(ended)).replaceWithVoid();
    }

    /** Lets go and cancels what was missed; yields how many. */
    Uni<Integer> catchUp(SqlConnection transaction) {
        return settle(transaction, Optional.empty());
    }

    private Uni<Integer> settle(SqlConnection transaction, Optional<UUID> ended) {
        Tuple which = Tuple.of(ended.orElse(null), BATCH);
        return transaction
                .preparedQuery(LET_GO)
                .execute(which)
                .map(Successors::jobs)
                .call(free -> tell(transaction, free))
                .chain(free -> transaction
                        .preparedQuery(IN_VAIN)
                        .execute(which)
                        .map(Successors::jobs)
                        .chain(vain -> cancellations.cancel(transaction, vain, FIRST_FAILED))
                        .map(cancelled -> cancelled + free.size()));
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

    private static List<Job> jobs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Job::of).toList();
    }
}
