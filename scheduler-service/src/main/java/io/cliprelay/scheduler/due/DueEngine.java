package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Sleeps until the next job is due and has it dispatched then; woken when jobs are planned. The database says how long
 * to sleep, and is asked again after each sleep: a timer that fires early finds nothing due and sleeps on.
 */
@ApplicationScoped
public class DueEngine {

    private static final Logger LOG = Logger.getLogger(DueEngine.class);

    /** A connection that hangs must not keep later passes from beginning. */
    private static final Duration PASS_LIMIT = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private final DueNews news;
    private final DueConfig config;
    private final Vertx vertx;
    private final Context context;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private volatile boolean stopped;
    /** Only touched on {@link #context}. */
    private long alarm;

    DueEngine(Dispatcher dispatcher, DueNews news, DueConfig config, Vertx vertx) {
        this.dispatcher = dispatcher;
        this.news = news;
        this.config = config;
        this.vertx = vertx;
        // A context of its own: what it dispatches belongs to the jobs' traces, not to whoever woke it.
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent started) {
        news.listen(at -> wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        news.stop();
    }

    /** Has the table looked at soon; returns at once. May be called from any thread, as often as one likes. */
    void wake() {
        if (!stopped && wakeUps.getAndIncrement() == 0) {
            context.runOnContext(ignored -> look());
        }
    }

    private void look() {
        int seen = wakeUps.get();
        vertx.cancelTimer(alarm);
        if (!stopped) {
            // Nobody waits for a pass: what it leaves behind, for whatever reason, the next one takes.
            dispatcher
                    .dispatchDue()
                    .ifNoItem()
                    .after(PASS_LIMIT)
                    .fail()
                    .emitOn(task -> context.runOnContext(ignored -> task.run()))
                    .map(pass -> pass.pause(config.safetyPoll()))
                    .onFailure()
                    .invoke(this::complain)
                    .onFailure()
                    .recoverWithItem(config.safetyPoll())
                    .subscribe()
                    .with(pause -> sleep(seen, pause));
        }
    }

    private void sleep(int seen, Duration pause) {
        boolean wokenMeanwhile = wakeUps.addAndGet(-seen) > 0;
        if (wokenMeanwhile) {
            context.runOnContext(ignored -> look());
        } else if (pause.toMillis() <= 0) {
            wake();
        } else {
            alarm = vertx.setTimer(pause.toMillis(), fired -> wake());
        }
    }

    private void complain(Throwable failure) {
        if (!stopped) {
            LOG.warnf("Due jobs could not be dispatched, tried again in %s: %s", config.safetyPoll(), failure);
        }
    }
}
