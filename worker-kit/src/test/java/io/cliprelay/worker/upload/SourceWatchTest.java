package io.cliprelay.worker.upload;

import java.time.Duration;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceWatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final UploadException CHANGED = UploadException.refused(
            new UploadFailure.InvalidInput(new UploadFailure.Reason("media.changed", "It changed.", "Send it again.")));

    @Test
    void aCallWhoseMediaFailEndsAsTheyDoThoughItsClientSaysNothing() {
        Uni<String> call = SourceWatch.over(range(Multi.createFrom().failure(CHANGED)), range -> range.bytes()
                .collect()
                .last()
                .onItemOrFailure()
                .transformToUni((last, failure) -> Uni.createFrom().nothing()));

        assertThatThrownBy(() -> call.await().atMost(LIMIT)).isSameAs(CHANGED);
    }

    @Test
    void aCallWhoseMediaAreWellGivesWhatItGives() {
        Uni<Integer> call = SourceWatch.over(
                range(Multi.createFrom().item(Buffer.buffer("abc"))),
                range -> range.bytes().collect().last().map(Buffer::length));

        assertThat(call.await().atMost(LIMIT)).isEqualTo(3);
    }

    private static MediaRange range(Multi<Buffer> bytes) {
        return new MediaRange(0, 3, 3, (from, size) -> bytes);
    }
}
