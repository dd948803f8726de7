package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/**
 * Ends a call in which nothing moves any more. A time limit for the whole call would not do: a large file may take hours
 * and be well.
 */
final class StallWatch {

    private StallWatch() {}

    /** The same call; it is cancelled and fails where {@code silence} reaches {@code limit}. On a Vert.x context. */
    static <T> Uni<T> over(Uni<T> call, Supplier<Duration> silence, Duration limit) {
        Uni<T> watch = Uni.createFrom().emitter(emitter -> watch(emitter, silence, limit));
        return Uni.combine().any().of(call, watch);
    }

    private static <T> void watch(UniEmitter<? super T> emitter, Supplier<Duration> silence, Duration limit) {
        Context context = Vertx.currentContext();
        Vertx vertx = context.owner();
        long timer = vertx.setPeriodic(Math.max(1, limit.toMillis() / 4), tick -> {
            if (silence.get().compareTo(limit) >= 0) {
                context.runOnContext(ignored -> emitter.fail(stalled(limit)));
            }
        });
        emitter.onTermination(() -> vertx.cancelTimer(timer));
    }

    private static UploadException stalled(Duration limit) {
        return UploadException.unclear(
                new UploadFailure.Transient(new UploadFailure.Reason(
                        "upload.stalled",
                        "Nothing moved for %s while media was read or sent".formatted(limit),
                        "Nothing to do: it is looked up and tried again.")),
                null);
    }
}
