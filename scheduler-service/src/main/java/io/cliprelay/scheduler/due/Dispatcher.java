package io.cliprelay.scheduler.due;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutboxRelay;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;

/**
 * Orders the attempts that are due. Claim, {@code queued} event and command are one transaction, so a crash loses or
 * repeats none of them by itself; what the outbox's relay repeats, the worker's inbox drops.
 */
@ApplicationScoped
public class Dispatcher {

    private final Pool pool;
    private final OutboxRelay relay;
    private final Outbox outbox;
    private final Claims jobs;
    private final DueConfig config;
    private final DueMetrics metrics;

    Dispatcher(Pool pool, OutboxRelay relay, Outbox outbox, Claims jobs, DueConfig config, DueMetrics metrics) {
        this.pool = pool;
        this.relay = relay;
        this.outbox = outbox;
        this.jobs = jobs;
        this.config = config;
        this.metrics = metrics;
    }

    /** Dispatches one batch of due jobs. Any number of callers, in any number of processes, may do so side by side. */
    Uni<Pass> dispatchDue() {
        return pool.withTransaction(this::dispatchDue).invoke(this::committed);
    }

    /** Sends the commands again whose worker has been silent for too long; yields how many. */
    Uni<Integer> repeatUnanswered() {
        return pool.withTransaction(this::repeatUnanswered).invoke(relay::wake);
    }

    private Uni<Integer> repeatUnanswered(SqlConnection transaction) {
        return jobs.claimUnanswered(transaction, config.batchSize(), config.unansweredAfter())
                .call(silent -> outbox.addAll(
                        OpenTransaction.on(transaction),
                        silent.stream().map(Dispatcher::command).toList()))
                .map(List::size);
    }

    private Uni<Pass> dispatchDue(SqlConnection transaction) {
        return jobs.claimDue(transaction, config.batchSize())
                .call(due -> order(transaction, due))
                .chain(due -> jobs.untilNextDue(transaction).map(next -> new Pass(due, next)));
    }

    private Uni<Void> order(SqlConnection transaction, List<Job> due) {
        List<OutgoingEvent> events = due.stream().flatMap(Dispatcher::events).toList();
        return outbox.addAll(OpenTransaction.on(transaction), events);
    }

    /** The event first: a worker's answer to the command must not overtake it. */
    private static Stream<OutgoingEvent> events(Job job) {
        UploadEvent queued = new UploadEvent.Queued(job.upload(), job.attempt(), job.dueAt());
        return Stream.of(JobEvents.toEveryone(job, job.updatedAt(), queued), command(job));
    }

    private static OutgoingEvent command(Job job) {
        UploadCommand command = new UploadCommand(
                job.upload(),
                job.attempt(),
                job.dueAt(),
                job.content(),
                Optional.of(job.priority()).filter(priority -> priority != Priority.NORMAL));
        return JobEvents.toWorker(job, job.updatedAt(), command);
    }

    private void committed(Pass pass) {
        if (!pass.dispatched().isEmpty()) {
            relay.wake();
            pass.dispatched().forEach(metrics::dispatched);
        }
    }
}
