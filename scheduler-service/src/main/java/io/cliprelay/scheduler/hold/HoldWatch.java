package io.cliprelay.scheduler.hold;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/** Has it looked again and again whether an obstacle's time is over. */
@ApplicationScoped
public class HoldWatch {

    private static final Logger LOG = Logger.getLogger(HoldWatch.class);

    /** A connection that hangs must not keep later passes from beginning. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HoldConfig config;
    private final Vertx vertx;
    private final Passes passes;
    private long timer;

    HoldWatch(Probes probes, HoldConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, LIMIT, () -> probes.probePassed().replaceWith(false), HoldWatch::complain);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(config.lookEvery().toMillis(), tick -> passes.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        passes.stop();
    }

    private static void complain(Throwable failure) {
        LOG.warnf("It could not be looked for obstacles whose time is over, tried again soon: %s", failure);
    }
}
