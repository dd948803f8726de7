package io.cliprelay.kit.pass;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PassesTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private static Vertx vertx;

    private final Queue<UniEmitter<? super Boolean>> running = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Throwable> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void howeverOftenItIsWokenDuringAPassOneMoreFollows() {
        Passes passes = passes(Duration.ofMinutes(1));
        passes.wake();
        UniEmitter<? super Boolean> first = next();

        for (int i = 0; i < 5; i++) {
            passes.wake();
        }
        assertThat(begun).hasValue(1);
        first.complete(false);

        next().complete(false);
        assertQuietAfter(2);
    }

    @Test
    void aPassThatSaysThatThereIsMoreIsFollowedByAnother() {
        passes(Duration.ofMinutes(1)).wake();

        next().complete(true);

        next().complete(false);
        assertQuietAfter(2);
    }

    @Test
    void aPassThatFailsIsToldAndTheNextWakeUpBeginsAnother() {
        Passes passes = passes(Duration.ofMinutes(1));
        passes.wake();
        UniEmitter<? super Boolean> first = next();
        passes.wake();

        first.fail(new IllegalStateException("no database"));

        await().untilAsserted(() -> assertThat(complaints).hasSize(1));
        passes.wake();
        next().complete(false);
        assertQuietAfter(2);
    }

    @Test
    void aPassThatHangsKeepsNoOtherFromBeginning() {
        Passes passes = passes(LIMIT);
        passes.wake();
        next();

        await().untilAsserted(() -> assertThat(complaints).hasSize(1));
        passes.wake();

        next().complete(false);
    }

    @Test
    void onceStoppedNoneBegins() {
        Passes passes = passes(Duration.ofMinutes(1));
        passes.wake();
        UniEmitter<? super Boolean> first = next();
        passes.wake();

        passes.stop();
        first.complete(true);
        passes.wake();

        assertQuietAfter(1);
    }

    private Passes passes(Duration limit) {
        return Passes.of(vertx, limit, this::pass, complaints::add);
    }

    private Uni<Boolean> pass() {
        return Uni.createFrom().emitter(emitter -> {
            begun.incrementAndGet();
            running.add(emitter);
        });
    }

    private UniEmitter<? super Boolean> next() {
        return await().until(running::poll, found -> found != null);
    }

    private void assertQuietAfter(int passes) {
        await().during(Duration.ofMillis(100)).until(() -> begun.get() == passes);
    }
}
