package io.cliprelay.scheduler.plan;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.kit.transaction.Transactions;

/** Keeps plans up with what happens: with the time, with the rules of zones, with uploads that others wait for. */
@ApplicationScoped
public class PlanWatch {

    private static final Logger LOG = Logger.getLogger(PlanWatch.class);

    /** Those that wait for another upload are let go when it ends; this finds what was missed. */
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    private final Deadlines deadlines;
    private final Successors successors;
    private final ZoneRulesChange zones;
    private final Transactions transactions;
    private final PlanConfig config;
    private final Vertx vertx;
    private volatile boolean stopped;

    PlanWatch(
            Deadlines deadlines,
            Successors successors,
            ZoneRulesChange zones,
            Transactions transactions,
            PlanConfig config,
            Vertx vertx) {
        this.deadlines = deadlines;
        this.successors = successors;
        this.zones = zones;
        this.transactions = transactions;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        replan();
        repeat(config.sweep(), "Deadlines", deadlines::cancelLate);
        repeat(CATCH_UP, "Uploads that wait for others", successors::catchUp);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** Once a start is enough: the rules come with the process. */
    void replan() {
        look("Changed rules of zones", transaction -> zones.replan(transaction, WallTime.rules()), () -> {});
    }

    /** The next look is planned once the last is done: a slow database is not asked by more and more at once. */
    private void repeat(Duration pause, String what, Function<SqlConnection, Uni<Integer>> work) {
        if (!stopped) {
            vertx.setTimer(pause.toMillis(), fired -> look(what, work, () -> repeat(pause, what, work)));
        }
    }

    /** Goes on until nothing is left to do. */
    private void look(String what, Function<SqlConnection, Uni<Integer>> work, Runnable after) {
        // Nobody waits for it: what this look misses, the next one finds.
        transactions
                .run(work::apply)
                .repeat()
                .whilst(done -> done > 0 && !stopped)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> complain(what, failure))
                .onTermination()
                .invoke(after)
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private void complain(String what, Throwable failure) {
        if (!stopped) {
            LOG.warnf("%s could not be looked at, tried again soon: %s", what, failure);
        }
    }
}
