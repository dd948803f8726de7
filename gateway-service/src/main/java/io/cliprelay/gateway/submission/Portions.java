package io.cliprelay.gateway.submission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Does for several at once what was asked for each: while so many portions are under way, what is asked for gathers to be the
 * next one. What hangs is given up, and no more waits than may, so that nothing stops for good. Thread-safe; each caller hears
 * on its own context.
 */
final class Portions<I, O> {

    private final Vertx vertx;
    private final Bounds bounds;
    private final Function<List<I>, Uni<List<O>>> together;
    private final Predicate<Throwable> everyones;

    private final Queue<Asked<I, O>> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * What is allowed.
     *
     * @param abreast how many portions are under way at once
     * @param most how many are in one
     * @param waiting how many may wait
     * @param time how long a portion may take
     * @param overload what is told where more would wait, or the time is over
     */
    record Bounds(int abreast, int most, int waiting, Duration time, Supplier<? extends Throwable> overload) {}

    /**
     * @param together gives as many results as it is given items, in their order; called on a caller's context
     * @param everyones whether a portion's failure is that of all in it, and none would fare better by itself
     */
    Portions(Vertx vertx, Bounds bounds, Function<List<I>, Uni<List<O>>> together, Predicate<Throwable> everyones) {
        this.vertx = vertx;
        this.bounds = bounds;
        this.together = together;
        this.everyones = everyones;
    }

    private record Asked<I, O>(I item, Function<I, Uni<O>> alone, Context context, UniEmitter<? super O> answer) {

        void complete(O result) {
            context.runOnContext(there -> answer.complete(result));
        }

        void fail(Throwable failure) {
            context.runOnContext(there -> answer.fail(failure));
        }

        /** Whoever asked awaits it. */
        void byItself() {
            context.runOnContext(there -> Uni.createFrom()
                    .deferred(() -> alone.apply(item))
                    .subscribe()
                    .with(answer::complete, answer::fail));
        }
    }

    /**
     * Takes {@code item} into the next portion.
     *
     * @param alone does it by itself; called where a portion of several failed, so it must be safe to do again
     */
    Uni<O> add(I item, Function<I, Uni<O>> alone) {
        return Uni.createFrom().emitter(answer -> {
            if (enqueue(new Asked<>(item, alone, vertx.getOrCreateContext(), answer))) {
                begin();
            } else {
                answer.fail(bounds.overload().get());
            }
        });
    }

    /** Whether there is room to wait. */
    private synchronized boolean enqueue(Asked<I, O> asked) {
        return waiting.size() < bounds.waiting() && waiting.add(asked);
    }

    private void begin() {
        List<Asked<I, O>> portion = next();
        if (!portion.isEmpty()) {
            portion.getFirst().context().runOnContext(there -> run(portion));
        }
    }

    /** Empty where nothing waits, or enough is under way. */
    private synchronized List<Asked<I, O>> next() {
        List<Asked<I, O>> portion = new ArrayList<>();
        while (underWay < bounds.abreast() && portion.size() < bounds.most() && !waiting.isEmpty()) {
            portion.add(waiting.remove());
        }
        underWay += portion.isEmpty() ? 0 : 1;
        return portion;
    }

    private void run(List<Asked<I, O>> portion) {
        List<I> items = portion.stream().map(Asked::item).toList();
        Uni.createFrom()
                .deferred(() -> together.apply(items))
                .ifNoItem()
                .after(bounds.time())
                .failWith(() -> new GivenUp(bounds.overload().get()))
                .onTermination()
                .invoke(this::end)
                .subscribe()
                .with(results -> complete(portion, results), failure -> fail(portion, failure));
    }

    private void end() {
        synchronized (this) {
            underWay--;
        }
        begin();
    }

    private void complete(List<Asked<I, O>> portion, List<O> results) {
        for (int index = 0; index < portion.size(); index++) {
            portion.get(index).complete(results.get(index));
        }
    }

    private void fail(List<Asked<I, O>> portion, Throwable failure) {
        switch (failure) {
            // What hangs may still have the first caller's context: nothing is begun on it.
            case GivenUp late -> portion.forEach(asked -> asked.fail(late.getCause()));
            case Throwable all
            when portion.size() == 1 || everyones.test(all) -> portion.forEach(asked -> asked.fail(all));
            default -> portion.forEach(Asked::byItself);
        }
    }

    /** That a portion took too long; its cause is what is told. */
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GivenUp(Throwable told) {
            super(told);
        }
    }
}
