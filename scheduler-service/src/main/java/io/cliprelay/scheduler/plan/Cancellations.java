package io.cliprelay.scheduler.plan;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;

/** Ends jobs that are of no use any more, and says why. */
@ApplicationScoped
class Cancellations {

    private final JobStore jobs;
    private final Outbox outbox;
    private final InstantSource clock;

    Cancellations(JobStore jobs, Outbox outbox, InstantSource clock) {
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Cancels jobs that {@code transaction} holds and that are not out; yields how many. */
    Uni<Integer> cancel(SqlConnection transaction, List<Job> held, Reason reason) {
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToUniAndConcatenate(job -> cancel(transaction, job, reason))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Job> cancel(SqlConnection transaction, Job job, Reason reason) {
        UploadEvent cancelled = new UploadEvent.Cancelled(job.upload(), job.attempt(), reason);
        return jobs.cancel(transaction, job.upload().uploadId(), reason)
                .chain(() -> outbox.add(
                        OpenTransaction.on(transaction), JobEvents.toEveryone(job, clock.instant(), cancelled)))
                .replaceWith(job);
    }
}
