package io.cliprelay.kit.retention;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/** Has old rows deleted now and then, some at a time, so that no statement takes long; replicas may do so side by side. */
@ApplicationScoped
public class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Pool pool;
    private final Vertx vertx;
    private final RetentionConfig config;
    private final Queue<Passes> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Long> timers = new ConcurrentLinkedQueue<>();

    Forgetting(Pool pool, Vertx vertx, RetentionConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.config = config;
    }

    /**
     * Begins; for as long as the service runs. May be called from any thread.
     *
     * @param what for people, such as {@code old uploads}
     * @param delete deletes up to {@code $2} rows that are older than {@code $1} milliseconds
     * @param keep how long rows are kept, above zero
     * @param batch rows at a time
     */
    public void regularly(String what, String delete, Duration keep, int batch) {
        Passes passes = Passes.of(
                vertx,
                LIMIT,
                () -> once(delete, keep, batch).map(deleted -> deleted >= batch),
                failure -> LOG.warnf("Could not forget %s, tried again in %s: %s", what, config.interval(), failure));
        begun.add(passes);
        timers.add(vertx.setPeriodic(config.interval().toMillis(), timer -> passes.wake()));
    }

    /** Nothing more is begun; what is being deleted goes on to its end. */
    @PreDestroy
    void stop() {
        timers.forEach(vertx::cancelTimer);
        begun.forEach(Passes::stop);
    }

    private Uni<Integer> once(String delete, Duration keep, int batch) {
        return pool.preparedQuery(delete)
                .execute(Tuple.of(keep.toMillis(), batch))
                .map(SqlResult::rowCount);
    }
}
