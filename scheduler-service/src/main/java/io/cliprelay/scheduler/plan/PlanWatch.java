package io.cliprelay.scheduler.plan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.kit.pass.Passes;
import io.cliprelay.kit.transaction.Transactions;

/** Keeps plans up with what happens: with the time, with the rules of zones, with uploads that others wait for. */
@ApplicationScoped
public class PlanWatch {

    private static final Logger LOG = Logger.getLogger(PlanWatch.class);

    /** Those that wait for another upload are let go when it ends; this finds what was missed. */
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    /** A connection that hangs must not keep later passes from beginning. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Pool pool;
    private final PlanConfig config;
    private final Vertx vertx;
    private final Passes deadlines;
    private final Passes successors;
    private final Passes zones;
    /** Written at start, read at stop. */
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    PlanWatch(
            Deadlines deadlines,
            Successors successors,
            ZoneRulesChange zones,
            Transactions transactions,
            Pool pool,
            PlanConfig config,
            Vertx vertx) {
        this.transactions = transactions;
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
        this.deadlines = passes(() -> cancelLate(deadlines), failure -> complain("Deadlines", failure));
        this.successors = passes(successors::catchUp, failure -> complain("Uploads that wait for others", failure));
        this.zones = passes(() -> replan(zones), this::replanLater);
    }

    void start(@Observes StartupEvent started) {
        replan();
        timers.add(vertx.setPeriodic(config.sweep().toMillis(), tick -> deadlines.wake()));
        timers.add(vertx.setPeriodic(CATCH_UP.toMillis(), tick -> successors.wake()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        timers.forEach(vertx::cancelTimer);
        Stream.of(deadlines, successors, zones).forEach(Passes::stop);
    }

    /** Once a start is enough: the rules come with the process. */
    void replan() {
        zones.wake();
    }

    private Uni<Integer> cancelLate(Deadlines late) {
        return late.any(pool)
                .chain(any -> any
                        ? transactions.run(late::cancelLate)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> replan(ZoneRulesChange change) {
        return transactions.run(transaction -> change.replan(transaction, WallTime.rules()));
    }

    private void replanLater(Throwable failure) {
        complain("Changed rules of zones", failure);
        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), fired -> zones.wake());
    }

    private Passes passes(Supplier<Uni<Integer>> work, Consumer<Throwable> complaint) {
        return Passes.of(vertx, LIMIT, () -> work.get().map(done -> done > 0), complaint);
    }

    private static void complain(String what, Throwable failure) {
        LOG.warnf("%s could not be looked at, tried again soon: %s", what, failure);
    }
}
