package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

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
    void aTokenIsFetchedAnewFromTheInstantThatWasSaid() {
        CachedToken token = new CachedToken(clock, granted());
        get(token);

        now.updateAndGet(before -> before.plus(Duration.ofMinutes(60)));

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
    void whatIsFetchedAfterARefusalIsToBeAnotherToken() {
        AtomicReference<Optional<AccessToken>> told = new AtomicReference<>();
        CachedToken token = new CachedToken(clock, refused -> {
            told.set(refused);
            return granted().apply(refused);
        });
        AccessToken first = get(token);

        token.forget(first);
        AccessToken second = get(token);

        assertThat(told.get()).contains(first);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theRefusalOfATokenThatWasReplacedAlreadyChangesNothing() {
        CachedToken token = new CachedToken(clock, granted());
        AccessToken first = get(token);
        token.forget(first);
        AccessToken second = get(token);

        token.forget(first);

        assertThat(get(token)).isEqualTo(second);
    }

    @Test
    void whoeverAsksWhileOneIsFetchedGetsTheSame() {
        CompletableFuture<CachedToken.Held> gate = new CompletableFuture<>();
        CachedToken token = new CachedToken(
                clock,
                refused ->
                        Uni.createFrom().completionStage(gate).onSubscription().invoke(fetches::incrementAndGet));

        CompletableFuture<AccessToken> one = token.token().subscribeAsCompletionStage();
        CompletableFuture<AccessToken> other = token.token().subscribeAsCompletionStage();
        gate.complete(held("token"));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aFailedFetchIsNotRemembered() {
        AtomicReference<Function<Optional<AccessToken>, Uni<CachedToken.Held>>> answer =
                new AtomicReference<>(refused -> Uni.createFrom().failure(new IllegalStateException("down")));
        CachedToken token = new CachedToken(clock, refused -> answer.get().apply(refused));
        assertThatThrownBy(() -> get(token)).hasMessage("down");

        answer.set(granted());

        assertThat(get(token)).isEqualTo(new AccessToken("token-1"));
    }

    private Function<Optional<AccessToken>, Uni<CachedToken.Held>> granted() {
        return refused -> Uni.createFrom().item(() -> held("token-" + fetches.incrementAndGet()));
    }

    private CachedToken.Held held(String value) {
        return new CachedToken.Held(new AccessToken(value), now.get().plus(Duration.ofHours(1)));
    }

    private static AccessToken get(CachedToken token) {
        return token.token().await().atMost(LIMIT);
    }
}
