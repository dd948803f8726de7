package io.cliprelay.youtube;

import java.util.Map;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.youtube.testing.Configured;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would fail at every upload is refused at start. */
class StartUpTest {

    @ParameterizedTest
    @ValueSource(strings = {"100000", "262145", "0"})
    void aChunkSizeThatYouTubeRefusesIsRefusedWithWhatToSet(String size) {
        assertThatThrownBy(() -> start(Map.of("upload.chunk-size", size)))
                .hasMessageContaining("cliprelay.youtube.upload.chunk-size is " + size)
                .hasMessageContaining("set a multiple of 256 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256K", "8M", "262144"})
    void aMultipleOf256KiBIsTaken(String size) {
        assertThatCode(() -> start(Map.of("upload.chunk-size", size))).doesNotThrowAnyException();
    }

    @Test
    void noChunkSizeIsTaken() {
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        new ChunkSizeCheck().start(new StartupEvent(), Configured.with(settings));
    }
}
