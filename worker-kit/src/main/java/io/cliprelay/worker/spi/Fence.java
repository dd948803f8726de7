package io.cliprelay.worker.spi;

import io.smallrye.mutiny.Uni;

/**
 * Writes down that a call which may publish is about to leave, and fails where another process has taken the upload over
 * meanwhile, or where this one stood still for longer than it owns an upload: then the call must not leave. To be passed
 * as the last thing before the request, each time that it is sent; thread-safe.
 */
@FunctionalInterface
public interface Fence {

    /** For requests that belong to nobody: lets everything through. */
    Fence OPEN = () -> Uni.createFrom().voidItem();

    /** Passes or fails, when subscribed. */
    Uni<Void> pass();
}
