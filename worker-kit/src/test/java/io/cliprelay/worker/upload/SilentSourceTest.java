package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.worker.media.Media;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.PublishMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A source that is read for its declared digest and falls silent keeps no upload for ever. */
class SilentSourceTest {

    private static final int SIZE = 6;
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aSourceThatFallsSilentEndsTheCheck() {
        assertThatThrownBy(() -> check(Multi.createFrom().nothing()).get(10, TimeUnit.SECONDS))
                .rootCause()
                .hasMessageContaining("upload.stalled");
    }

    @Test
    void aSourceThatIsSlowDoesNot() {
        Multi<Buffer> slow = Multi.createFrom()
                .ticks()
                .every(LIMIT.dividedBy(4))
                .select()
                .first(SIZE)
                .map(tick -> Buffer.buffer("a"));

        assertThat(check(slow)).succeedsWithin(Duration.ofSeconds(10));
    }

    /** Of all but the last byte, so that no digest has to match. */
    private CompletableFuture<Void> check(Multi<Buffer> bytes) {
        RunningUpload upload = new RunningUpload(
                Stored.declared("0".repeat(64)),
                new AccessToken("token"),
                new AccountRef(UUID.randomUUID(), "default", "demo", Optional.empty(), Map.of()),
                PublishMode.PUBLISH);
        Sending sending = Sending.of(upload, new Source(bytes), null, InstantSource.system());
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> sending.checkUpTo(SIZE, LIMIT)
                .subscribe()
                .with(outcome::complete, outcome::completeExceptionally));
        return outcome;
    }

    private record Source(Multi<Buffer> bytes) implements Media {

        @Override
        public long size() {
            return SIZE + 1;
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public MediaRange range(long offset, long length) {
            return new MediaRange(offset, length, size(), (from, count) -> bytes);
        }

        @Override
        public Uni<Void> verifyUnchanged() {
            return Uni.createFrom().voidItem();
        }
    }
}
