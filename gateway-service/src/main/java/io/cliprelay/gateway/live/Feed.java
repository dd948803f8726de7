package io.cliprelay.gateway.live;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import io.cliprelay.gateway.event.Numbering;
import io.cliprelay.kit.notice.Notices;
import io.cliprelay.kit.pass.Passes;

/**
 * Reads each new event once for this replica, whichever replica it comes from, and tells the streams that are open here.
 * While there are none it reads nothing.
 */
@ApplicationScoped
class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration PASS_LIMIT = Duration.ofSeconds(30);

    /** In case that a notice was lost with its connection. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    private static final int BATCH = 500;

    private final StoredEvents stored;
    private final Lines lines;
    private final Notices notices;
    private final Vertx vertx;
    private final Passes passes;

    /** Up to where events were read; what comes before it is of no interest while {@link #asleep}. For passes only. */
    private long position;

    private boolean asleep = true;

    private long looker;

    Feed(StoredEvents stored, Lines lines, Pool pool, Vertx vertx) {
        this.stored = stored;
        this.lines = lines;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, PASS_LIMIT, this::pass, this::complain);
        this.notices = new Notices(pool, vertx, Numbering.NOTICE, told -> passes.wake());
    }

    void start(@Observes StartupEvent started) {
        notices.listen();
        looker = vertx.setPeriodic(LOOK_ANYWAY.toMillis(), timer -> {
            if (!lines.isEmpty()) {
                passes.wake();
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(looker);
        notices.stop();
        passes.stop();
    }

    /** Has it looked for what is new; to be called after a stream was added. */
    void wake() {
        passes.wake();
    }

    private Uni<Boolean> pass() {
        if (lines.isEmpty()) {
            asleep = true;
            return Uni.createFrom().item(false);
        }
        return asleep
                ? stored.head().invoke(this::awake).replaceWith(true)
                : stored.after(position, BATCH).invoke(this::tell).map(read -> read.size() == BATCH);
    }

    /** A stream may have looked before: what happened since then nobody told it. */
    private void awake(long head) {
        position = head;
        asleep = false;
        lines.lookAgain();
    }

    private void tell(List<StoredEvent> events) {
        events.forEach(lines::tell);
        if (!events.isEmpty()) {
            position = events.getLast().position();
        }
    }

    private void complain(Throwable failure) {
        LOG.warnf("New events could not be read and are again in %s: %s", LOOK_ANYWAY, failure);
    }
}
