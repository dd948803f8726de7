package io.cliprelay.scheduler.due;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Has commands sent again that nobody answered, so that one that was lost on its way does not leave its upload behind. */
@ApplicationScoped
public class SilenceWatch {

    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private final Vertx vertx;
    private long timer;

    SilenceWatch(Dispatcher dispatcher, Vertx vertx) {
        this.dispatcher = dispatcher;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        // Nobody waits for it: what this look misses, the next one finds.
        dispatcher.repeatUnanswered().subscribe().with(SilenceWatch::tell, SilenceWatch::complain);
    }

    private static void tell(int repeated) {
        if (repeated > 0) {
            LOG.warnf("%d commands were sent again that no worker had answered", repeated);
        }
    }

    private static void complain(Throwable failure) {
        LOG.warnf("Unanswered commands could not be looked for, tried again in %s: %s", BETWEEN_LOOKS, failure);
    }
}
