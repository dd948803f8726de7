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

/**
 * Makes the partitions of the history ahead of their time and drops those that are too old; every replica does, and
 * whichever comes first has done it.
 */
@ApplicationScoped
public class HistoryKeeper {

    private static final Logger LOG = Logger.getLogger(HistoryKeeper.class);

    private static final String KEEP =
            "select made, dropped from keep_history($1, $2, $3 * interval '1 second', $4 * interval '1 second')";

    private final Pool pool;
    private final HistoryConfig config;
    private final Vertx vertx;
    private volatile boolean stopped;

    HistoryKeeper(Pool pool, HistoryConfig config, Vertx vertx) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        tidyAndComeBack();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void tidyAndComeBack() {
        if (!stopped) {
            // Nobody waits for it: what it leaves, the next time finds.
            tidy(config.retention())
                    .onFailure()
                    .invoke(HistoryKeeper::complain)
                    .subscribe()
                    .with(done -> later(), failure -> later());
        }
    }

    private void later() {
        vertx.setTimer(config.every().toMillis(), fired -> tidyAndComeBack());
    }

    /** Sees to it that there are partitions for what comes, and none that ended longer than {@code retention} ago. */
    Uni<Void> tidy(Duration retention) {
        return keep("job_done", "finished_at", retention).chain(() -> keep("job_attempt", "ordered_at", retention));
    }

    private Uni<Void> keep(String table, String column, Duration retention) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(table, column, (double) config.ahead().toSeconds(), (double) retention.toSeconds()))
                .invoke(rows -> tell(table, rows))
                .replaceWithVoid();
    }

    private static void tell(String table, RowSet<Row> rows) {
        Row row = rows.iterator().next();
        if (row.getInteger(0) + row.getInteger(1) > 0) {
            LOG.infof("Of %s, %d weeks were made and %d dropped", table, row.getInteger(0), row.getInteger(1));
        }
    }

    private static void complain(Throwable failure) {
        LOG.warnf("The history could not be seen to: %s", failure);
    }
}
