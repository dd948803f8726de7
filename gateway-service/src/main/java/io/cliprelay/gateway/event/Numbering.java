package io.cliprelay.gateway.event;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/**
 * Gives events their position, once they are committed: at once when woken, and by a sweep for what a dead process left.
 * One replica does so at a time, and tells all of them. Within a transaction no such number could be given: a lower one
 * might be committed later, when readers are past it.
 */
@ApplicationScoped
public class Numbering {

    /** What PostgreSQL notifies on after new positions. */
    public static final String NOTICE = "cliprelay_gateway_events";

    private static final Logger LOG = Logger.getLogger(Numbering.class);
    private static final Duration PASS_LIMIT = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final int BATCH = 1000;

    /** A statement of its own: the next one then sees all that was committed until the lock was there. */
    private static final String LOCK = "select position from webhook_event_head for update";

    private static final String NUMBER = """
            with next as (
                select seq, row_number() over (order by seq) as place from (
                    select seq from webhook_event where position is null and clip_id is not null
                    order by seq limit $2) waiting)
            update webhook_event event set position = $1 + next.place from next where event.seq = next.seq
            """;
    private static final String TELL = "update webhook_event_head set position = position + $1";

    private final Pool pool;
    private final Vertx vertx;
    private final Passes passes;
    private long sweeper;

    Numbering(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, PASS_LIMIT, this::pass, this::complain);
    }

    void start(@Observes StartupEvent started) {
        sweeper = vertx.setPeriodic(SWEEP.toMillis(), timer -> wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        passes.stop();
        vertx.cancelTimer(sweeper);
    }

    /** Has what is committed numbered soon; returns at once. */
    public void wake() {
        passes.wake();
    }

    private Uni<Boolean> pass() {
        return pool.withTransaction(connection -> connection
                        .query(LOCK)
                        .execute()
                        .map(rows -> rows.iterator().next().getLong("position"))
                        .chain(head -> number(connection, head))
                        .call(given -> given == 0 ? Uni.createFrom().voidItem() : tell(connection, given)))
                .map(given -> given == BATCH);
    }

    private static Uni<Integer> number(SqlConnection connection, long head) {
        return connection.preparedQuery(NUMBER).execute(Tuple.of(head, BATCH)).map(rows -> rows.rowCount());
    }

    private static Uni<Void> tell(SqlConnection connection, int given) {
        return connection
                .preparedQuery(TELL)
                .execute(Tuple.of((long) given))
                .chain(() -> connection.query("notify " + NOTICE).execute())
                .replaceWithVoid();
    }

    private void complain(Throwable failure) {
        LOG.warnf("Events could not be put in their order and are again in %s: %s", SWEEP, failure);
    }
}
