package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import org.jboss.logging.Logger;

import io.cliprelay.scheduler.job.DueSooner;

/**
 * Hears, on a connection kept for it, when any replica makes a job due sooner. A connection that breaks is replaced;
 * what was said meanwhile is made up for by telling the listener to look at once.
 */
@ApplicationScoped
public class DueNews {

    private static final Logger LOG = Logger.getLogger(DueNews.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Pool pool;
    private final Vertx vertx;
    private Consumer<OptionalLong> listener;
    private volatile boolean stopped;
    private volatile SqlConnection listening;

    DueNews(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /**
     * Listens from now on.
     *
     * @param listener gets the instant told of in milliseconds of the epoch, or nothing where the table is to be looked
     *     at; called on an event loop, must not block
     */
    void listen(Consumer<OptionalLong> listener) {
        this.listener = listener;
        connect();
    }

    void stop() {
        stopped = true;
        if (listening != null) {
            // Nobody waits for it: the connection goes with the process, if not before.
            listening
                    .query("unlisten *")
                    .execute()
                    .eventually(listening::close)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("No longer told of jobs that are due: %s", failure));
        }
    }

    private void connect() {
        if (!stopped) {
            // Nobody waits for it: a failure leads to the next try.
            pool.getConnection()
                    .chain(this::listenOn)
                    .subscribe()
                    .with(done -> {}, failure -> later(failure.toString()));
        }
    }

    private Uni<Void> listenOn(SqlConnection connection) {
        PgConnection postgres = (PgConnection) connection.getDelegate();
        postgres.notificationHandler(this::hear);
        postgres.closeHandler(closed -> later("the connection was closed"));
        return connection
                .query("listen " + DueSooner.CHANNEL)
                .execute()
                .invoke(() -> listening = connection)
                .invoke(() -> listener.accept(OptionalLong.empty()))
                .onFailure()
                .call(connection::close)
                .replaceWithVoid();
    }

    private void hear(PgNotification notification) {
        listener.accept(DueSooner.epochMillis(notification.getPayload()));
    }

    private void later(String reason) {
        if (!stopped) {
            LOG.warnf("Not told of jobs that are due sooner, tried again in %s: %s", PAUSE, reason);
            vertx.setTimer(PAUSE.toMillis(), fired -> connect());
        }
    }
}
