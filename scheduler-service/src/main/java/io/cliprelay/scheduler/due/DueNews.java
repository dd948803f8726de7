package io.cliprelay.scheduler.due;

import java.util.OptionalLong;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

import io.cliprelay.kit.notice.Notices;
import io.cliprelay.scheduler.job.DueSooner;

/** Hears when any replica makes a job due sooner. */
@ApplicationScoped
public class DueNews {

    private final Pool pool;
    private final Vertx vertx;
    private volatile Notices notices;

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
        notices = new Notices(
                pool,
                vertx,
                DueSooner.CHANNEL,
                told -> listener.accept(told.map(DueSooner::epochMillis).orElseGet(OptionalLong::empty)));
        notices.listen();
    }

    /** Hears nothing more, once it listens. */
    void stop() {
        notices.stop();
    }
}
