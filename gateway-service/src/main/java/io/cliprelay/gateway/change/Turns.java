package io.cliprelay.gateway.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Has so much work done at once, and the rest wait for its turn, the first first. Thread-safe. */
final class Turns {

    private final int atOnce;
    private final int waiting;
    private final Supplier<? extends RuntimeException> refusal;
    private final Deque<Turn> line = new ArrayDeque<>();
    private int running;

    /** @param refusal what work fails with where {@code waiting} pieces wait already */
    Turns(int atOnce, int waiting, Supplier<? extends RuntimeException> refusal) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.refusal = Objects.requireNonNull(refusal, "refusal");
    }

    /** Does the work when it is its turn, on {@code own}: whoever ends before it may be elsewhere. */
    <T> Uni<T> take(Executor own, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Turn turn = new Turn();
            return Uni.createFrom()
                    .<Void>emitter(emitter -> enter(turn, emitter))
                    .emitOn(own)
                    .chain(() -> work.get())
                    // Whoever gives up may have its turn, or just be given it.
                    .onTermination()
                    .invoke(() -> leave(turn));
        });
    }

    /** One's place; guarded by the lock of all. */
    private static final class Turn {
        private UniEmitter<? super Void> emitter;
        private boolean running;
    }

    private enum Place {
        IN,
        IN_LINE,
        NONE
    }

    private void enter(Turn turn, UniEmitter<? super Void> emitter) {
        switch (place(turn, emitter)) {
            case IN -> emitter.complete(null);
            case IN_LINE -> {}
            case NONE -> emitter.fail(refusal.get());
        }
    }

    private synchronized Place place(Turn turn, UniEmitter<? super Void> emitter) {
        turn.emitter = emitter;
        if (running < atOnce) {
            running++;
            turn.running = true;
            return Place.IN;
        }
        return line.size() < waiting && line.add(turn) ? Place.IN_LINE : Place.NONE;
    }

    private void leave(Turn turn) {
        followerOf(turn).ifPresent(next -> next.complete(null));
    }

    private synchronized Optional<UniEmitter<? super Void>> followerOf(Turn turn) {
        if (!turn.running) {
            line.remove(turn);
            return Optional.empty();
        }
        turn.running = false;
        Turn next = line.poll();
        if (next == null) {
            running--;
            return Optional.empty();
        }
        next.running = true;
        return Optional.of(next.emitter);
    }
}
