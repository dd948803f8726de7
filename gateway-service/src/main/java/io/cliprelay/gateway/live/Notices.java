package io.cliprelay.gateway.live;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import org.jboss.logging.Logger;

import io.cliprelay.gateway.event.Numbering;

/** Hears from the database when there are new events, on a connection of its own, and connects again where that breaks. */
@ApplicationScoped
class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Vertx vertx;
    private volatile boolean stopped;

    Notices(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /** Has {@code heard} run on each notice, and after each new connection, since some may have been missed before. */
    void listen(Runnable heard) {
        pool.getConnection()
                .chain(connection -> listen(connection, heard))
                .subscribe()
                .with(listening -> heard.run(), failure -> again(heard, failure));
    }

    void stop() {
        stopped = true;
    }

    private Uni<?> listen(SqlConnection connection, Runnable heard) {
        PgConnection.cast(connection.getDelegate()).notificationHandler(notice -> heard.run());
        return connection
                .query("listen " + Numbering.NOTICE)
                .execute()
                .onFailure()
                .call(connection::close)
                .invoke(() -> connection.closeHandler(() -> again(heard, null)));
    }

    private void again(Runnable heard, Throwable failure) {
        if (stopped) {
            return;
        }
        LOG.warnf(
                "New events are looked for every second, until the database can tell of them again%s",
                failure == null ? "" : ": " + failure);
        vertx.setTimer(PAUSE.toMillis(), timer -> listen(heard));
    }
}
