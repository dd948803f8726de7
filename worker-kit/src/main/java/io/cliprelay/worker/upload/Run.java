package io.cliprelay.worker.upload;

import java.util.function.Supplier;

import io.smallrye.mutiny.subscription.Cancellable;

/** One run of an upload in this process, which may be cancelled before it has begun. Thread-safe. */
final class Run {

    private Cancellable work = () -> {};
    private boolean cancelled;

    /** Begins, if it was not cancelled before. */
    synchronized void begin(Supplier<Cancellable> start) {
        if (!cancelled) {
            work = start.get();
        }
    }

    /** Ends it before its next call. */
    synchronized void cancel() {
        cancelled = true;
        work.cancel();
    }
}
