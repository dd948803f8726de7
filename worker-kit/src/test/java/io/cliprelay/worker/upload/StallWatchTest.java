package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StallWatchTest {

    private static final Duration LIMIT = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallInWhichNothingMovesIsCancelledAndMayHaveHadItsEffect() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Uni<String> silent = Uni.createFrom().<String>nothing().onCancellation().invoke(() -> cancelled.set(true));

        assertThatThrownBy(() -> watched(silent, () -> LIMIT).join())
                .cause()
                .isInstanceOfSatisfying(UploadException.class, stalled -> {
                    assertThat(stalled.effectPossible()).isTrue();
                    assertThat(stalled.failure().category()).isEqualTo("transient");
                    assertThat(stalled.failure().reason().code()).isEqualTo("upload.stalled");
                });
        assertThat(cancelled).isTrue();
    }

    @Test
    void aCallThatMovesMayTakeLongerThanTheLimit() {
        AtomicInteger looks = new AtomicInteger();
        Uni<String> slow = Uni.createFrom().item("done").onItem().delayIt().by(LIMIT.multipliedBy(3));

        assertThat(watched(slow, () -> {
                            looks.incrementAndGet();
                            return Duration.ZERO;
                        })
                        .join())
                .isEqualTo("done");
        assertThat(looks).hasPositiveValue();
    }

    @Test
    void aCallsOwnFailureIsPassedOn() {
        Uni<String> broken = Uni.createFrom().failure(new IllegalStateException("broken"));

        assertThatThrownBy(() -> watched(broken, () -> Duration.ZERO).join()).hasRootCauseMessage("broken");
    }

    private CompletableFuture<String> watched(Uni<String> call, Supplier<Duration> silence) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> StallWatch.over(call, silence, LIMIT)
                .subscribe()
                .with(outcome::complete, outcome::completeExceptionally));
        return outcome;
    }
}
