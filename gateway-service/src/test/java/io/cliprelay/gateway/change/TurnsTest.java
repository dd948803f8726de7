package io.cliprelay.gateway.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    private final Turns turns = new Turns(2, 2, () -> new IllegalStateException("full"));
    private final List<Integer> begun = new ArrayList<>();
    private final List<UniEmitter<? super Integer>> work = new ArrayList<>();

    @Test
    void soMuchIsDoneAtOnceAndTheRestInItsOrder() {
        List<UniAssertSubscriber<Integer>> all =
                IntStream.range(0, 4).mapToObj(this::take).toList();
        assertThat(begun).containsExactly(0, 1);

        work.get(1).complete(1);
        assertThat(begun).containsExactly(0, 1, 2);
        work.get(0).fail(new IllegalArgumentException("wrong"));

        assertThat(begun).containsExactly(0, 1, 2, 3);
        all.get(1).assertItem(1);
        all.get(0).assertFailedWith(IllegalArgumentException.class, "wrong");
    }

    @Test
    void whatIsTooMuchIsTurnedAwayUntilThereIsRoom() {
        IntStream.range(0, 4).forEach(this::take);

        take(4).assertFailedWith(IllegalStateException.class, "full");
        work.get(0).complete(0);
        take(5).assertNotTerminated();
    }

    @Test
    void whoIsGoneHasNoTurnAndKeepsNone() {
        List<UniAssertSubscriber<Integer>> all =
                IntStream.range(0, 4).mapToObj(this::take).toList();

        all.get(2).cancel();
        all.get(0).cancel();

        assertThat(begun).containsExactly(0, 1, 3);
    }

    private UniAssertSubscriber<Integer> take(int number) {
        Uni<Integer> taken = turns.take(Runnable::run, () -> {
            begun.add(number);
            return Uni.createFrom().emitter(work::add);
        });
        return taken.subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
