package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.AccessToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CachedTokenTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final InstantSource clock = now::get;
    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void aTokenIsFetchedOnceWhileItLives() {
        CachedToken token = new CachedToken(clock, granted());

        assertThat(get(token)).isEqualTo(get(token));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aTokenThatSoonExpiresIsFetchedAnew() {
        CachedToken token = new CachedToken(clock, granted());
        get(token);

        now.updateAndGet(before -> before.plus(Duration.ofMinutes(59)));

        assertThat(get(token)).isEqualTo(new AccessToken("token-2"));
    }

    @Test
    void aForgottenTokenIsFetchedAnew() {
        CachedToken token = new CachedToken(clock, granted());
        get(token);

        token.forget();

        assertThat(get(token)).isEqualTo(new AccessToken("token-2"));
    }

    @Test
    void whoeverAsksWhileOneIsFetchedGetsTheSame() {
        CompletableFuture<CachedToken.Grant> gate = new CompletableFuture<>();
        CachedToken token = new CachedToken(
                clock, Uni.createFrom().completionStage(gate).onSubscription().invoke(fetches::incrementAndGet));

        CompletableFuture<AccessToken> one = token.token().subscribeAsCompletionStage();
        CompletableFuture<AccessToken> other = token.token().subscribeAsCompletionStage();
        gate.complete(grant("token"));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aFailedFetchIsNotRemembered() {
        AtomicReference<Uni<CachedToken.Grant>> answer =
                new AtomicReference<>(Uni.createFrom().failure(new IllegalStateException("down")));
        CachedToken token = new CachedToken(clock, Uni.createFrom().deferred(answer::get));
        assertThatThrownBy(() -> get(token)).hasMessage("down");

        answer.set(granted());

        assertThat(get(token)).isEqualTo(new AccessToken("token-1"));
    }

    private Uni<CachedToken.Grant> granted() {
        return Uni.createFrom().item(() -> grant("token-" + fetches.incrementAndGet()));
    }

    private CachedToken.Grant grant(String value) {
        return new CachedToken.Grant(new AccessToken(value), now.get().plus(Duration.ofHours(1)));
    }

    private static AccessToken get(CachedToken token) {
        return token.token().await().atMost(LIMIT);
    }
}
