package io.cliprelay.worker.media;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A source gives what it was opened with, to the byte. */
class ExactLengthTest {

    private static final URI CLIP = URI.create("https://media.example/clip");

    private final List<String> passed = new ArrayList<>();

    @Test
    void whatIsAsLongAsItWasPasses() {
        drain(6);

        assertThat(passed).containsExactly("abc", "def");
    }

    @Test
    void whatEndsEarlyFails() {
        assertThatThrownBy(() -> drain(7)).isInstanceOf(UploadException.class).hasMessageContaining("media.changed");
    }

    @Test
    void ofWhatGoesOnNothingPassesThatReachesBeyondItsLength() {
        assertThatThrownBy(() -> drain(4)).isInstanceOf(UploadException.class).hasMessageContaining("media.changed");

        assertThat(passed).containsExactly("abc");
    }

    private void drain(long length) {
        ExactLength.of(Multi.createFrom().items(Buffer.buffer("abc"), Buffer.buffer("def")), length, CLIP)
                .invoke(buffer -> passed.add(buffer.toString()))
                .collect()
                .last()
                .await()
                .indefinitely();
    }
}
