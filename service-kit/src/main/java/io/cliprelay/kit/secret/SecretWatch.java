package io.cliprelay.kit.secret;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Looks at every secret that was added. Looking again and again sees what notifications of a file
 * system do not: a mounted Secret is exchanged by a link above it.
 */
@ApplicationScoped
public class SecretWatch {

    private static final Logger LOG = Logger.getLogger(SecretWatch.class);

    private final List<Watched<?>> secrets = new CopyOnWriteArrayList<>();
    private final SecretsConfig config;
    private final Vertx vertx;
    private long timer;

    SecretWatch(SecretsConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    /** Has it looked at from now on, until the process ends. */
    public <T> Watched<T> add(Watched<T> secret) {
        secrets.add(secret);
        return secret;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(config.look().toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        // Nobody waits for it: what is not seen now is seen at the next look.
        Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> secrets.forEach(Watched::look))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("A secret could not be looked at: %s", failure.getMessage()));
    }
}
