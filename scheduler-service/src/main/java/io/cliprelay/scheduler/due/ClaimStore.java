package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Who sends which command. Each method is one statement and one transaction. A claim waits for the disk: a command whose
 * order PostgreSQL forgot in a crash of its own could be cancelled and go out all the same. A forgotten confirmation only
 * has commands sent again, so confirmations do not wait; neither do heartbeats.
 */
@ApplicationScoped
class ClaimStore {

    private final Pool pool;
    private final ClaimStatements sql;

    ClaimStore(Pool pool, DueConfig config) {
        this.pool = pool;
        this.sql = new ClaimStatements(config.batchSize());
    }

    /** Takes what is due, the longest due first, and says when the next job is. */
    Uni<Claim> claimDue(UUID node) {
        return pool.preparedQuery(sql.claimDue())
                .execute(Tuple.of(UUID.randomUUID(), node))
                .map(Claim::of);
    }

    /** Takes up to {@code turn.share()} of what is due in each of the turn's lanes, the longest due first. */
    Uni<Claim> claimInTurn(UUID node, Turn turn) {
        return pool.preparedQuery(sql.claimInTurn())
                .execute(Tuple.of(UUID.randomUUID(), node, turn.tenants(), turn.priorities(), turn.since())
                        .addInteger(turn.share()))
                .map(Claim::of);
    }

    /** All lanes in which something is due. */
    Uni<List<Lane>> lanes() {
        return pool.preparedQuery(ClaimStatements.LANES)
                .execute()
                .map(rows -> stream(rows).map(Lane::of).toList());
    }

    /** Takes an open claim of one of these nodes that is not in {@code known}, with what of it is still unanswered. */
    Uni<Claim> takeOver(UUID node, Collection<UUID> from, Collection<UUID> known) {
        return pool.preparedQuery(sql.takeOver())
                .execute(Tuple.of(node, from.toArray(UUID[]::new), known.toArray(UUID[]::new)))
                .map(Claim::of);
    }

    /** Notes that Kafka has the commands of this claim, unless it was taken over. */
    Uni<Void> confirm(UUID node, UUID claim) {
        return pool.preparedQuery(ClaimStatements.CONFIRM)
                .execute(Tuple.of(claim, node))
                .replaceWithVoid();
    }

    /** Gives a claim back whose commands were not sent: its jobs are due again, as if nothing had been. */
    Uni<Void> giveBack(UUID node, UUID claim) {
        return pool.preparedQuery(ClaimStatements.GIVE_BACK)
                .execute(Tuple.of(claim, node))
                .replaceWithVoid();
    }

    /** Takes orders that are out and of which nothing was heard since {@code instant}, to send them again. */
    Uni<List<DueJob>> unanswered(Instant instant) {
        return pool.preparedQuery(sql.unanswered())
                .execute(Tuple.of(instant.atOffset(ZoneOffset.UTC)))
                .map(ClaimStore::jobs);
    }

    /** The database's clock. */
    Uni<Instant> now() {
        return pool.preparedQuery("select scheduler_now()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    /** Notes a node's beat; yields how often the others have beaten. */
    Uni<Beats> beat(UUID node) {
        return pool.preparedQuery(ClaimStatements.BEAT).execute(Tuple.of(node)).map(Beats::of);
    }

    /** Forgets a node if it has not beaten since, and has no claims left. */
    Uni<Boolean> forget(UUID node, long beat) {
        return pool.preparedQuery(ClaimStatements.FORGET)
                .execute(Tuple.of(node, beat))
                .map(SqlResult::rowCount)
                .map(rows -> rows > 0);
    }

    private static List<DueJob> jobs(RowSet<Row> rows) {
        return stream(rows).map(DueJob::of).toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
