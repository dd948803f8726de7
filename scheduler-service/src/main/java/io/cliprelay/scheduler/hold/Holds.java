package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;

/**
 * Holds jobs that something is in the way of, and lets them go when nothing is any more. Whoever makes a job wait, for
 * whatever reason, first calls {@link #prepare} and then {@link #reconsider} in the same transaction; nothing else
 * decides what is held.
 */
@ApplicationScoped
public class Holds {

    private static final UploadFailure.Reason FREE = new UploadFailure.Reason(
            "hold.over",
            "What held the upload is over, and what waited goes out one after the other",
            "Nothing to do.");

    private final Locks locks;
    private final Obstacles obstacles;
    private final WaitingJobs waiting;
    private final JobStore jobs;
    private final Outbox outbox;
    private final DatabaseClock clock;
    private final HoldConfig config;

    Holds(
            Locks locks,
            Obstacles obstacles,
            WaitingJobs waiting,
            JobStore jobs,
            Outbox outbox,
            DatabaseClock clock,
            HoldConfig config) {
        this.locks = locks;
        this.obstacles = obstacles;
        this.waiting = waiting;
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /** To be called before any of the jobs is held or written: what is in their way does not change from here on. */
    public Uni<Void> prepare(SqlConnection transaction, Collection<UploadRef> uploads) {
        return locks.toDecide(transaction, uploads);
    }

    /** The same before an attempt's failure is taken, which may say something of its account. */
    public Uni<Void> prepare(SqlConnection transaction, UploadRef upload, UploadFailure failure) {
        return failure instanceof UploadFailure.Auth
                ? locks.toChangeAccount(
                        transaction, upload.platform(), upload.accountId().toString())
                : locks.toDecide(transaction, List.of(upload));
    }

    /**
     * Notes that the account refused an attempt at {@code at}; of no effect where it was connected again since, or where
     * it waits for its owner already.
     */
    public Uni<Void> refused(SqlConnection transaction, UploadRef upload, UploadFailure.Auth refusal, Instant at) {
        Instant until = at.plus(config.tryRefusedAfter());
        return obstacles.refuse(transaction, Word.ofRefusal(upload.accountId(), refusal, at, until));
    }

    /** Holds what has to wait and lets go what may, at once; yields the jobs that are held now among those that were not out. */
    public Uni<List<UUID>> reconsider(SqlConnection transaction, Collection<UploadRef> uploads) {
        return clock.now(transaction).chain(now -> reconsider(transaction, uploads, Spread.none(now), 0));
    }

    /** Holds those jobs, added just now, that something is in the way of. */
    public Uni<Void> holdNew(SqlConnection transaction, Collection<UploadRef> uploads) {
        return obstacles
                .inTheWayOf(transaction, uploads)
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : reconsider(transaction, uploads).replaceWithVoid());
    }

    /** The same, what may go in turns from {@code turn} on. */
    Uni<List<UUID>> reconsider(SqlConnection transaction, Collection<UploadRef> uploads, Spread spread, long turn) {
        return obstacles.inTheWayOf(transaction, uploads).chain(open -> waiting.lock(
                        transaction, uploads.stream().map(UploadRef::uploadId).toList())
                .map(locked -> Settled.of(locked, open, spread, turn))
                .call(settled -> store(transaction, settled))
                .call(settled -> tell(transaction, settled, spread.from()))
                .map(Settled::held));
    }

    private Uni<Void> store(SqlConnection transaction, Settled settled) {
        return Multi.createFrom()
                .iterable(settled.moves())
                .onItem()
                .transformToUniAndConcatenate(move -> store(transaction, move))
                .collect()
                .last()
                .chain(() -> jobs.dueSooner(transaction, settled.earliest()));
    }

    private Uni<Void> store(SqlConnection transaction, Settled.Move move) {
        return switch (move) {
            case Settled.Stopped stopped ->
                waiting.hold(transaction, stopped.job().upload().uploadId(), stopped.hold());
            case Settled.Freed freed ->
                waiting.release(transaction, freed.job().upload().uploadId(), freed.state(), freed.due());
        };
    }

    private Uni<Void> tell(SqlConnection transaction, Settled settled, Instant now) {
        List<OutgoingEvent> events = new ArrayList<>();
        for (Settled.Move move : settled.moves()) {
            events.add(JobEvents.toEveryone(move.job(), now, event(move)));
        }
        return outbox.addAll(OpenTransaction.on(transaction), events);
    }

    private static UploadEvent event(Settled.Move move) {
        Job job = move.job();
        return switch (move) {
            case Settled.Stopped stopped -> new UploadEvent.Held(job.upload(), job.attempt(), stopped.hold());
            case Settled.Freed freed -> new UploadEvent.Scheduled(job.upload(), job.attempt(), freed.due(), FREE);
        };
    }

    /** The state of a job that waits for its time. */
    static UploadState waitingState(Job job) {
        return job.attempt() == 0 ? UploadState.SCHEDULED : UploadState.RETRY_WAIT;
    }
}
