package io.cliprelay.gateway.live;

import java.util.function.Consumer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** What waits for a watcher to read it; bounded, since a watcher may stop reading and stay. */
final class Moments {

    /** All changes of a clip with very many targets, several times over. */
    static final int MOST_WAITING = 1024;

    private Moments() {}

    /** The moments that {@code source} emits; fails once too many wait. Whoever asks anew is told all there is. */
    static Multi<Moment> of(Consumer<MultiEmitter<? super Moment>> source) {
        return Multi.createFrom().emitter(source, MOST_WAITING);
    }
}
