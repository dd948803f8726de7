package io.cliprelay.scheduler.history;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/**
 * Makes the partitions of the history ahead of their time and drops those that are too old; every replica does, and
 * whichever comes first has done it.
 */
@ApplicationScoped
public class HistoryKeeper {

    private static final Logger LOG = Logger.getLogger(HistoryKeeper.class);

    /** A connection that hangs must not keep later passes from beginning. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** When a table was in use: it is waited for only for a moment, and so asked for again. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /** Replicas wait for each other, and only then for the tables. */
    private static final String AS_ONLY_ONE =
            "select pg_advisory_xact_lock(hashtext('cliprelay.history.' || cast($1 as text)))";

    private static final String KEEP =
            "select made, dropped from keep_history($1, $2, $3 * interval '1 second', $4 * interval '1 second')";

    private final Pool pool;
    private final HistoryConfig config;
    private final Vertx vertx;
    private final Passes passes;
    private long timer;

    HistoryKeeper(Pool pool, HistoryConfig config, Vertx vertx) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, LIMIT, this::tidyOnce, this::complain);
    }

    void start(@Observes StartupEvent started) {
        passes.wake();
        timer = vertx.setPeriodic(config.every().toMillis(), tick -> passes.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        passes.stop();
    }

    private Uni<Boolean> tidyOnce() {
        return tidy(config.retention()).replaceWith(false);
    }

    /** Sees to it that there are partitions for what comes, and none that ended longer than {@code retention} ago. */
    Uni<Void> tidy(Duration retention) {
        return keep("job_done", "finished_at", retention).chain(() -> keep("job_attempt", "ordered_at", retention));
    }

    private Uni<Void> keep(String table, String column, Duration retention) {
        Tuple what = Tuple.of(table, column, (double) config.ahead().toSeconds(), (double) retention.toSeconds());
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(AS_ONLY_ONE)
                        .execute(Tuple.of(table))
                        .chain(() -> transaction.preparedQuery(KEEP).execute(what)))
                .invoke(rows -> tell(table, rows))
                .replaceWithVoid();
    }

    private static void tell(String table, RowSet<Row> rows) {
        Row row = rows.iterator().next();
        if (row.getInteger(0) + row.getInteger(1) > 0) {
            LOG.infof("Of %s, %d weeks were made and %d dropped", table, row.getInteger(0), row.getInteger(1));
        }
    }

    private void complain(Throwable failure) {
        LOG.warnf("The history could not be seen to, tried again in %s: %s", PAUSE_AFTER_FAILURE, failure);
        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), fired -> passes.wake());
    }
}
