package io.cliprelay.gateway.submission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Does for several at once what was asked for each: while so many portions are under way, what is asked for gathers to be the
 * next one. Thread-safe; each caller hears on its own context.
 */
final class Portions<I, O> {

    private final Vertx vertx;
    private final int abreast;
    private final int most;
    private final Function<List<I>, Uni<List<O>>> together;

    private final Queue<Asked<I, O>> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * @param abreast how many portions are under way at once
     * @param most how many are in one
     * @param together gives as many results as it is given items, in their order; called on a caller's context
     */
    Portions(Vertx vertx, int abreast, int most, Function<List<I>, Uni<List<O>>> together) {
        this.vertx = vertx;
        this.abreast = abreast;
        this.most = most;
        this.together = together;
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
            enqueue(new Asked<>(item, alone, vertx.getOrCreateContext(), answer));
            begin();
        });
    }

    private synchronized void enqueue(Asked<I, O> asked) {
        waiting.add(asked);
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
        while (underWay < abreast && portion.size() < most && !waiting.isEmpty()) {
            portion.add(waiting.remove());
        }
        underWay += portion.isEmpty() ? 0 : 1;
        return portion;
    }

    private void run(List<Asked<I, O>> portion) {
        List<I> items = portion.stream().map(Asked::item).toList();
        Uni.createFrom()
                .deferred(() -> together.apply(items))
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
        if (portion.size() == 1) {
            portion.getFirst().fail(failure);
        } else {
            portion.forEach(Asked::byItself);
        }
    }
}
