package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Has commands sent again that nobody answered, so that one that was lost on its way does not leave its upload behind. */
@ApplicationScoped
public class SilenceWatch {

    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final ClaimStore claims;
    private final CommandSender sender;
    private final Silence silence;
    private final Vertx vertx;
    private long timer;

    SilenceWatch(ClaimStore claims, CommandSender sender, DueConfig config, Vertx vertx) {
        this.claims = claims;
        this.sender = sender;
        this.silence = new Silence(config.unansweredAfter());
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
        claims.now()
                .map(now -> silence.before(now, System.nanoTime()))
                .chain(before -> before.map(this::repeatSilentSince)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .subscribe()
                .with(done -> {}, SilenceWatch::complain);
    }

    /** Sends commands again of which nothing was heard since {@code instant}, by the database's clock. */
    Uni<Void> repeatSilentSince(Instant instant) {
        return claims.unanswered(instant)
                .invoke(SilenceWatch::tell)
                .chain(sender::send)
                .replaceWithVoid();
    }

    private static void tell(List<DueJob> repeated) {
        if (!repeated.isEmpty()) {
            LOG.warnf("%d commands are sent again that no worker has answered", repeated.size());
        }
    }

    private static void complain(Throwable failure) {
        LOG.warnf("Unanswered commands could not be looked for, tried again in %s: %s", BETWEEN_LOOKS, failure);
    }
}
