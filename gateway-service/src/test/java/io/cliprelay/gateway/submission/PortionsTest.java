package io.cliprelay.gateway.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What waits while portions are under way is done together, and what is wrong with one is no other's trouble. */
class PortionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();

    /** What was asked to be done together, and the results that it waits for. */
    private final List<List<String>> begun = new CopyOnWriteArrayList<>();

    private final List<CompletableFuture<List<String>>> ends = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void gathersWhatComesWhileEnoughIsUnderWay() {
        Portions<String, String> portions = portions(1, 10);
        CompletableFuture<String> first = add(portions, "a");
        await().atMost(PATIENCE).until(() -> begun.size() == 1);

        List<CompletableFuture<String>> others =
                Stream.of("b", "c").map(item -> add(portions, item)).toList();
        assertThat(begun).containsExactly(List.of("a"));
        ends.get(0).complete(List.of("A"));
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).complete(List.of("B", "C"));

        assertThat(begun).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(first.join()).isEqualTo("A");
        assertThat(others.stream().map(CompletableFuture::join)).containsExactly("B", "C");
    }

    @Test
    void beginsAnotherBesideOneThatTakesLong() {
        Portions<String, String> portions = portions(2, 10);
        add(portions, "slow");

        CompletableFuture<String> other = add(portions, "quick");
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).complete(List.of("done"));

        assertThat(other.join()).isEqualTo("done");
    }

    @Test
    void takesNoMoreAtOnceThanItMay() {
        Portions<String, String> portions = portions(1, 2);
        add(portions, "a");
        await().atMost(PATIENCE).until(() -> begun.size() == 1);
        Stream.of("b", "c", "d").forEach(item -> add(portions, item));

        ends.get(0).complete(List.of("A"));
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).complete(List.of("B", "C"));
        await().atMost(PATIENCE).until(() -> begun.size() == 3);

        assertThat(begun).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }

    @Test
    void doesEachByItselfWhereAPortionOfSeveralFails() {
        Portions<String, String> portions = portions(1, 10);
        add(portions, "a");
        await().atMost(PATIENCE).until(() -> begun.size() == 1);
        CompletableFuture<String> sound =
                add(portions, "b", item -> Uni.createFrom().item("alone " + item));
        CompletableFuture<String> broken =
                add(portions, "c", item -> Uni.createFrom().failure(new IllegalStateException(item)));

        ends.get(0).complete(List.of("A"));
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).completeExceptionally(new IllegalStateException("one of them"));

        assertThat(sound.join()).isEqualTo("alone b");
        assertThatThrownBy(broken::join).hasRootCauseMessage("c");
    }

    @Test
    void failsWhatWasByItselfAnyway() {
        CompletableFuture<String> only = add(portions(1, 10), "a");
        await().atMost(PATIENCE).until(() -> begun.size() == 1);

        ends.get(0).completeExceptionally(new IllegalStateException("away"));

        assertThatThrownBy(only::join).hasRootCauseMessage("away");
    }

    @Test
    void tellsEachOnItsOwnContext() {
        Portions<String, String> portions = portions(1, 10);
        Context mine = vertx.getOrCreateContext();
        CompletableFuture<Context> heardOn = new CompletableFuture<>();
        mine.runOnContext(there -> portions.add("a", Uni.createFrom()::item)
                .subscribe()
                .with(result -> heardOn.complete(Vertx.currentContext()), heardOn::completeExceptionally));
        await().atMost(PATIENCE).until(() -> begun.size() == 1);

        ends.get(0).complete(List.of("A"));

        assertThat(heardOn.join()).isEqualTo(mine);
    }

    @Test
    void givesUpWhatHangsSoThatTheNextBegins() {
        Portions<String, String> portions = portions(1, 10, Duration.ofMillis(50), 10);
        CompletableFuture<String> hanging = add(portions, "a");

        assertThatThrownBy(hanging::join).hasRootCauseMessage("overload");
        CompletableFuture<String> next = add(portions, "b");
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).complete(List.of("B"));

        assertThat(next.handle((result, failure) -> begun).join()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void refusesWhatFindsNoRoomToWait() {
        Portions<String, String> portions = portions(1, 10, PATIENCE, 1);
        add(portions, "a");
        await().atMost(PATIENCE).until(() -> begun.size() == 1);
        CompletableFuture<String> waiting = add(portions, "b");

        assertThatThrownBy(add(portions, "c")::join).hasRootCauseMessage("overload");
        ends.get(0).complete(List.of("A"));
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).complete(List.of("B"));

        assertThat(waiting.join()).isEqualTo("B");
    }

    @Test
    void failsAllWhereNoneWouldFareBetterByItself() {
        Portions<String, String> portions = portions(1, 10);
        add(portions, "a");
        await().atMost(PATIENCE).until(() -> begun.size() == 1);
        List<CompletableFuture<String>> both =
                Stream.of("b", "c").map(item -> add(portions, item)).toList();

        ends.get(0).complete(List.of("A"));
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        ends.get(1).completeExceptionally(new UncheckedIOException(new IOException("database away")));

        both.forEach(one -> assertThatThrownBy(one::join).hasRootCauseMessage("database away"));
    }

    private Portions<String, String> portions(int abreast, int most) {
        return portions(abreast, most, PATIENCE, 100);
    }

    private Portions<String, String> portions(int abreast, int most, Duration time, int waiting) {
        Portions.Bounds bounds =
                new Portions.Bounds(abreast, most, waiting, time, () -> new IllegalStateException("overload"));
        return new Portions<>(vertx, bounds, this::begin, UncheckedIOException.class::isInstance);
    }

    private Uni<List<String>> begin(List<String> items) {
        CompletableFuture<List<String>> end = new CompletableFuture<>();
        ends.add(end);
        begun.add(items);
        return Uni.createFrom().completionStage(end);
    }

    private CompletableFuture<String> add(Portions<String, String> portions, String item) {
        return add(portions, item, alone -> Uni.createFrom().failure(new IllegalStateException("not to be alone")));
    }

    private CompletableFuture<String> add(
            Portions<String, String> portions, String item, Function<String, Uni<String>> alone) {
        return portions.add(item, alone).subscribeAsCompletionStage();
    }
}
