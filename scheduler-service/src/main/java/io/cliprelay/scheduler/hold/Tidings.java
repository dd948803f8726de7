package io.cliprelay.scheduler.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.transaction.Transactions;

/**
 * Follows what workers tell of obstacles: first it is noted, from when on each decision knows of it, and then what waited
 * before is gone through, some jobs a transaction. Doing so twice changes nothing.
 */
@ApplicationScoped
class Tidings {

    private static final int BATCH = 200;

    private final Transactions transactions;
    private final Pool pool;
    private final Locks locks;
    private final Obstacles obstacles;
    private final WaitingJobs jobs;
    private final Holds holds;
    private final DatabaseClock clock;
    private final HoldConfig config;

    Tidings(
            Transactions transactions,
            Pool pool,
            Locks locks,
            Obstacles obstacles,
            WaitingJobs jobs,
            Holds holds,
            DatabaseClock clock,
            HoldConfig config) {
        this.transactions = transactions;
        this.pool = pool;
        this.locks = locks;
        this.obstacles = obstacles;
        this.jobs = jobs;
        this.holds = holds;
        this.clock = clock;
        this.config = config;
    }

    /** Takes words about the scope, told at {@code at}; completes when all that waited follows them. */
    Uni<Void> take(Scope scope, List<Word> words, Instant at, Heard heard) {
        return words.isEmpty()
                ? Uni.createFrom().voidItem()
                : note(scope, words, at, heard)
                        .chain(news ->
                                news ? goThroughHeld(scope) : Uni.createFrom().voidItem())
                        .chain(() -> goThroughStopped(scope, words));
    }

    /** Yields whether what is held may have something new to follow. */
    private Uni<Boolean> note(Scope scope, List<Word> words, Instant at, Heard heard) {
        return transactions.run(transaction -> lock(transaction, scope)
                .chain(() -> Multi.createFrom()
                        .iterable(words)
                        .onItem()
                        .transformToUniAndConcatenate(word ->
                                isNews(transaction, word).call(() -> obstacles.take(transaction, word, at, heard)))
                        .collect()
                        .asList())
                .map(news -> news.contains(true)));
    }

    /** Workers tell at each start what is in the way still. */
    private Uni<Boolean> isNews(SqlConnection transaction, Word word) {
        return switch (word) {
            case Word.Raised raised ->
                obstacles.isKnown(transaction, raised.obstacle()).map(known -> !known);
            case Word.Cleared cleared -> Uni.createFrom().item(true);
        };
    }

    /** Nothing that waits for its time is stopped where no obstacle is raised. */
    private Uni<Void> goThroughStopped(Scope scope, List<Word> words) {
        return Multi.createFrom()
                .iterable(words)
                .onItem()
                .transformToUniAndConcatenate(word -> switch (word) {
                    case Word.Raised raised ->
                        goThroughWaiting(scope, raised.obstacle().until());
                    case Word.Cleared cleared -> Uni.createFrom().voidItem();
                })
                .collect()
                .last();
    }

    private Uni<Void> lock(SqlConnection transaction, Scope scope) {
        return scope.account()
                .map(account -> locks.toChangeAccount(transaction, scope.platform(), account.toString()))
                .orElseGet(() -> locks.toChangePlatform(transaction, scope.platform()));
    }

    /** Has what waits for its time follow an obstacle that ends at {@code until}; what is due later is not stopped by it. */
    Uni<Void> goThroughWaiting(Scope scope, Optional<Instant> until) {
        return clock.now(pool)
                .chain(now -> waiting(scope, until.filter(now::isBefore), Spread.none(now), WaitingJobs.Mark.START));
    }

    private Uni<Void> waiting(Scope scope, Optional<Instant> until, Spread spread, WaitingJobs.Mark after) {
        return jobs.waiting(pool, scope, until, after, BATCH).chain(places -> reconsider(places, spread, 0)
                .chain(() -> places.size() < BATCH
                        ? Uni.createFrom().voidItem()
                        : waiting(scope, until, spread, places.getLast().mark())));
    }

    /** Has what is held in the scope follow what is in its way at present: goes out spread where nothing is. */
    Uni<Void> goThroughHeld(Scope scope) {
        return jobs.countHeld(pool, scope)
                .chain(total -> clock.now(pool).map(now -> Spread.of(now, gap(scope), config.longestRelease(), total)))
                .chain(spread -> held(scope, spread, 0, WaitingJobs.Mark.START));
    }

    private Uni<Void> held(Scope scope, Spread spread, long turn, WaitingJobs.Mark after) {
        return jobs.held(pool, scope, after, BATCH).chain(places -> reconsider(places, spread, turn)
                .chain(() -> places.size() < BATCH
                        ? Uni.createFrom().voidItem()
                        : held(
                                scope,
                                spread,
                                turn + places.size(),
                                places.getLast().mark())));
    }

    private Uni<Void> reconsider(List<WaitingJobs.Place> places, Spread spread, long turn) {
        List<UploadRef> uploads = places.stream().map(WaitingJobs.Place::upload).toList();
        return uploads.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .run(transaction -> holds.prepare(transaction, uploads)
                                .chain(() -> holds.reconsider(transaction, uploads, spread, turn)))
                        .replaceWithVoid();
    }

    private Duration gap(Scope scope) {
        return scope.account().isPresent() ? config.accountGap() : config.platformGap();
    }
}
