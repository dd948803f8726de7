package io.cliprelay.worker.limits;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

/** Removes what no budget needs any more: uses that left their window. */
@ApplicationScoped
public class BudgetSweep {

    private static final Logger LOG = Logger.getLogger(BudgetSweep.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Pool pool;
    private final Vertx vertx;

    BudgetSweep(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        // Nobody waits for it: what is not removed now, the next sweep removes.
        vertx.setPeriodic(INTERVAL.toMillis(), timer -> sweep().subscribe()
                .with(
                        swept -> LOG.debug("Budgets are swept"),
                        failure -> LOG.warnf(failure, "Old budget rows could not be removed; tried again later")));
    }

    /** Sweeps once; several replicas may do it at the same time. */
    Uni<Void> sweep() {
        return pool.query("select budget_sweep()")
                .execute()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .replaceWithVoid();
    }
}
