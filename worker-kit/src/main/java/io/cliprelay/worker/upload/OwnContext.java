package io.cliprelay.worker.upload;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Keeps an upload's work on its own Vert.x context, which carries its trace and its log fields. */
final class OwnContext {

    private OwnContext() {}

    /** The same, continued on the context that subscribes. */
    static <T> Uni<T> keep(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return work.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }

    /** Completes after a pause, on the context that subscribes; no thread waits. */
    static Uni<Void> pause(Duration pause) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            context.owner()
                    .setTimer(
                            Math.max(1, pause.toMillis()),
                            timer -> context.runOnContext(ignored -> emitter.complete(null)));
        });
    }
}
