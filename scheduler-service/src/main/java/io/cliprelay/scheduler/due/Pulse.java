package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.Dependent;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Shows the other nodes that this one lives, and sees whether they do. */
@Dependent
class Pulse {

    /** What a beat tells; called on any thread. */
    interface Listener {
        void beaten(Beats beats, long askedAt, long answeredAt);
    }

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    private final ClaimStore claims;
    private final DueConfig config;
    private final Vertx vertx;
    private volatile boolean stopped;
    private boolean troubled;

    Pulse(ClaimStore claims, DueConfig config, Vertx vertx) {
        this.claims = claims;
        this.config = config;
        this.vertx = vertx;
    }

    /** Beats from now on, each beat a pause after the last was answered. */
    void start(UUID node, Listener listener) {
        if (!stopped) {
            long askedAt = System.nanoTime();
            beat(node)
                    .subscribe()
                    .with(
                            beats -> {
                                troubled = false;
                                listener.beaten(beats, askedAt, System.nanoTime());
                                later(node, listener);
                            },
                            failure -> {
                                complain(failure);
                                later(node, listener);
                            });
        }
    }

    void stop() {
        stopped = true;
    }

    private Uni<Beats> beat(UUID node) {
        return claims.beat(node).ifNoItem().after(answerLimit()).fail();
    }

    private Duration answerLimit() {
        return config.heartbeat().multipliedBy(5);
    }

    private void later(UUID node, Listener listener) {
        vertx.setTimer(config.heartbeat().toMillis(), fired -> start(node, listener));
    }

    private void complain(Throwable failure) {
        if (!troubled && !stopped) {
            LOG.warnf("This replica cannot show that it lives: %s", failure);
        }
        troubled = true;
    }
}
