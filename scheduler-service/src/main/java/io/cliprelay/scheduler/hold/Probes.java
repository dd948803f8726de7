package io.cliprelay.scheduler.hold;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.transaction.Transactions;

/** Where an obstacle's time is over, lets one upload try; the others wait for what its worker tells then. */
@ApplicationScoped
class Probes {

    private final Transactions transactions;
    private final Pool pool;
    private final Locks locks;
    private final Obstacles obstacles;
    private final WaitingJobs jobs;
    private final Holds holds;
    private final Tidings tidings;
    private final DatabaseClock clock;
    private final HoldConfig config;

    Probes(
            Transactions transactions,
            Pool pool,
            Locks locks,
            Obstacles obstacles,
            WaitingJobs jobs,
            Holds holds,
            Tidings tidings,
            DatabaseClock clock,
            HoldConfig config) {
        this.transactions = transactions;
        this.pool = pool;
        this.locks = locks;
        this.obstacles = obstacles;
        this.jobs = jobs;
        this.holds = holds;
        this.tidings = tidings;
        this.clock = clock;
        this.config = config;
    }

    /** Lets one upload try for each obstacle whose time is over, and that holds uploads or is about to be met by one. */
    Uni<Void> probePassed() {
        return obstacles
                .passed(pool)
                .onItem()
                .transformToMulti(passed -> Multi.createFrom().iterable(passed))
                .onItem()
                .transformToUniAndConcatenate(this::probe)
                .collect()
                .last();
    }

    private Uni<Void> probe(Obstacle obstacle) {
        return jobs.firstHeld(pool, obstacle)
                .chain(held -> held.isPresent()
                        ? Uni.createFrom().item(held)
                        : jobs.firstSoon(pool, obstacle, config.probeTime()))
                .chain(first -> first.map(upload -> probe(obstacle, upload))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> probe(Obstacle obstacle, UploadRef upload) {
        return transactions
                .run(transaction -> lock(transaction, obstacle, upload)
                        .chain(() -> obstacles.tryWith(transaction, obstacle, upload.uploadId(), config.probeTime()))
                        .call(first -> first
                                ? letGo(transaction, upload)
                                : Uni.createFrom().voidItem()))
                .chain(first ->
                        first ? stopOthers(obstacle, upload) : Uni.createFrom().voidItem());
    }

    /** What was planned for after the obstacle's end waits for the first one all the same. */
    private Uni<Void> stopOthers(Obstacle obstacle, UploadRef upload) {
        Scope scope = obstacle.source() == Source.PLATFORM
                ? Scope.ofPlatform(upload.platform())
                : Scope.ofAccount(upload.platform(), upload.accountId());
        return clock.now(pool).chain(now -> tidings.goThroughWaiting(scope, Optional.of(now.plus(config.probeTime()))));
    }

    private Uni<Void> lock(SqlConnection transaction, Obstacle obstacle, UploadRef upload) {
        return obstacle.source() == Source.PLATFORM
                ? locks.toChangePlatform(transaction, upload.platform())
                        .chain(() -> holds.prepare(transaction, List.of(upload)))
                : locks.toChangeAccount(
                        transaction, upload.platform(), upload.accountId().toString());
    }

    private Uni<Void> letGo(SqlConnection transaction, UploadRef upload) {
        return holds.reconsider(transaction, List.of(upload)).replaceWithVoid();
    }
}
