package io.cliprelay.kit.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import org.jboss.logging.Logger;

/**
 * Hears what is told on a channel of PostgreSQL (postgresql.org/docs/current/sql-notify.html), on a connection kept for it.
 * A connection that breaks is replaced; since something may have been told meanwhile, the listener then hears nothing in
 * particular. Who relies on it looks now and then all the same.
 */
public final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Pool pool;
    private final Vertx vertx;
    private final String channel;
    private final Consumer<Optional<String>> listener;
    private volatile boolean stopped;
    private volatile SqlConnection listening;

    /**
     * Not yet listening.
     *
     * @param channel a plain name, as SQL has it without quotes
     * @param listener gets what was told, or nothing where anything may have been; called on an event loop, must not block
     */
    public Notices(Pool pool, Vertx vertx, String channel, Consumer<Optional<String>> listener) {
        this.pool = pool;
        this.vertx = vertx;
        this.channel = channel;
        this.listener = listener;
    }

    /** Listens from now on; returns at once. */
    public void listen() {
        if (!stopped) {
            // Nobody waits for it: a failure leads to the next try.
            pool.getConnection()
                    .chain(this::listenOn)
                    .subscribe()
                    .with(done -> {}, failure -> later(failure.toString()));
        }
    }

    /** Hears nothing more. */
    public void stop() {
        stopped = true;
        if (listening != null) {
            // Nobody waits for it: the connection goes with the process, if not before.
            listening
                    .query("unlisten *")
                    .execute()
                    .eventually(listening::close)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("%s is no longer listened to: %s", channel, failure));
        }
    }

    private Uni<Void> listenOn(SqlConnection connection) {
        PgConnection postgres = (PgConnection) connection.getDelegate();
        postgres.notificationHandler(notice -> listener.accept(Optional.of(notice.getPayload())));
        postgres.closeHandler(closed -> later("the connection was closed"));
        return connection
                .query("listen " + channel)
                .execute()
                .invoke(() -> listening = connection)
                .invoke(() -> listener.accept(Optional.empty()))
                .onFailure()
                .call(connection::close)
                .replaceWithVoid();
    }

    private void later(String reason) {
        if (!stopped) {
            LOG.warnf("Nothing is heard on %s, tried again in %s: %s", channel, PAUSE, reason);
            vertx.setTimer(PAUSE.toMillis(), fired -> listen());
        }
    }
}
