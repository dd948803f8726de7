package io.cliprelay.worker.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.cliprelay.worker.inbox.Leases;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.upload.UploadTemplate;

/** A worker's process as far as an upload can tell: it takes what is due, works at it, and may die at any moment. */
final class Replica {

    private final UUID owner = UUID.randomUUID();
    private final Leases leases;
    private final UploadTemplate template;
    private final Vertx vertx;
    private final Director director;

    Replica(Leases leases, UploadTemplate template, Vertx vertx, Director director) {
        this.leases = leases;
        this.template = template;
        this.vertx = vertx;
        this.director = director;
    }

    /** One go at an upload. */
    static final class Go {

        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final CompletableFuture<Cancellable> work = new CompletableFuture<>();

        /** Ends it as a kill of the process does, also before it has begun: whatever it holds is lost. */
        void drop() {
            work.thenAccept(Cancellable::cancel);
        }

        /** Whether it has come to its end, well or badly. */
        boolean over() {
            return ended.isDone();
        }

        /** Waits until it is over or {@code interrupted} is. */
        void await(CompletableFuture<Void> interrupted, long seconds) throws TimeoutException {
            try {
                CompletableFuture.anyOf(ended.exceptionally(failed -> null), interrupted)
                        .get(seconds, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } catch (java.util.concurrent.ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Takes one upload that is due, if there is one, and begins, unless it dies before. */
    Optional<Go> take() {
        List<StoredUpload> taken = leases.take(owner, 1, Set.of()).await().indefinitely();
        return taken.stream().findFirst().map(upload -> director.taken().isPresent() ? dead() : begin(upload));
    }

    private Go dead() {
        director.crash().complete(null);
        return new Go();
    }

    private Go begin(StoredUpload upload) {
        Go go = new Go();
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> go.work.complete(template.run(upload)
                .subscribe()
                .with(next -> go.ended.complete(null), go.ended::completeExceptionally)));
        return go;
    }
}
