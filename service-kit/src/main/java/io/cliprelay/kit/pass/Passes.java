package io.cliprelay.kit.pass;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Makes one pass after another over what is there to do, for as long as it is woken. However often it is woken during a
 * pass, one more pass follows; none begins beside another. What a pass leaves behind, for whatever reason, the next one
 * takes: nobody waits for a pass, and after one that failed it takes a wake-up to begin another.
 */
public final class Passes {

    private final Context context;
    private final Duration limit;
    private final Supplier<Uni<Boolean>> pass;
    private final Consumer<Throwable> complaint;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private volatile boolean stopped;

    private Passes(Context context, Duration limit, Supplier<Uni<Boolean>> pass, Consumer<Throwable> complaint) {
        this.context = context;
        this.limit = limit;
        this.pass = pass;
        this.complaint = complaint;
    }

    /**
     * On a context of their own: what they do belongs to no request and no trace.
     *
     * @param limit how long one may take; a connection that hangs must not keep later ones from beginning
     * @param pass makes one pass on that context; yields whether there is certainly more to do
     * @param complaint told of each pass that failed, unless this was stopped meanwhile
     */
    public static Passes of(Vertx vertx, Duration limit, Supplier<Uni<Boolean>> pass, Consumer<Throwable> complaint) {
        return new Passes(vertx.getOrCreateContext(), limit, pass, complaint);
    }

    /** Has a pass made soon; returns at once. May be called from any thread, as often as one likes. */
    public void wake() {
        if (!stopped && wakeUps.getAndIncrement() == 0) {
            context.runOnContext(ignored -> run());
        }
    }

    /** No pass begins from now on; one that runs goes on to its end. */
    public void stop() {
        stopped = true;
    }

    /** Whether {@link #stop} was called. */
    public boolean stopped() {
        return stopped;
    }

    private void run() {
        int seen = wakeUps.get();
        Uni.createFrom()
                .deferred(pass::get)
                .ifNoItem()
                .after(limit)
                .fail()
                .subscribe()
                .with(more -> after(seen, more), this::afterFailure);
    }

    private void after(int seen, boolean more) {
        if (wakeUps.addAndGet(-seen) > 0 && !stopped) {
            context.runOnContext(ignored -> run());
        } else if (more) {
            wake();
        }
    }

    private void afterFailure(Throwable failure) {
        wakeUps.set(0);
        if (!stopped) {
            complaint.accept(failure);
        }
    }
}
