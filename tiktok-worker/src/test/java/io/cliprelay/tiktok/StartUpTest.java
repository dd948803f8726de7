package io.cliprelay.tiktok;

import java.util.Map;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.tiktok.testing.Configured;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would fail at every upload is refused at start. */
class StartUpTest {

    @ParameterizedTest
    @ValueSource(strings = {"5000000", "64M", "0"})
    void aChunkSizeThatTikTokRefusesIsRefusedWithWhatToSet(String size) {
        assertThatThrownBy(() -> start(Map.of("upload.chunk-size", size)))
                .hasMessageContaining("cliprelay.tiktok.upload.chunk-size is ")
                .hasMessageContaining("set one from 5242880 to 64000000");
    }

    @Test
    void aFileThatIsLargerThanAChunkMayBeIsNotSentWhole() {
        assertThatThrownBy(() -> start(Map.of("largest-whole", "128M")))
                .hasMessageContaining("cliprelay.tiktok.largest-whole is 134217728");
    }

    @Test
    void aChunkMustFitIntoTheLargestFileThatGoesWhole() {
        assertThatThrownBy(() -> start(Map.of("largest-whole", "8M", "upload.chunk-size", "16M")))
                .hasMessageContaining("more than cliprelay.tiktok.largest-whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5M", "10000000", "64000000"})
    void aSizeBetweenIsTaken(String size) {
        assertThatCode(() -> start(Map.of("upload.chunk-size", size))).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        new ChunkSizeCheck().start(new StartupEvent(), Configured.with(settings));
    }
}
