package io.cliprelay.sandbox.linkedin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.sandbox.media.MediaStore;

import static org.assertj.core.api.Assertions.assertThat;

class VideoTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final LinkedInSettings SETTINGS = LinkedInSettings.asDocumented();

    @TempDir
    Path folder;

    private Video video;

    @BeforeEach
    void begin() {
        video = new Video(
                new Video.Start("C5", "urn:li:person:1", "demo", 4, Optional.empty(), NOW, NOW.plusSeconds(60)),
                List.of(Part.awaited(0, 0, 2, "x"), Part.awaited(1, 3, 3, "y")),
                new MediaStore(Optional.of(folder), 100, 1000).begin());
    }

    @Test
    void partsInAnyOrderMakeTheWholeFile() {
        video.fill(1, new byte[] {4}, "b");
        video.fill(0, new byte[] {1, 2, 3}, "a");

        assertThat(video.finalizeWith(List.of("a", "b"), NOW)).isEqualTo(Video.Finalizing.DONE);
        assertThat(video.sha256()).contains(Sha256.of(new byte[] {1, 2, 3, 4}));
        assertThat(video.state(NOW, SETTINGS, false)).isEqualTo(Video.State.AVAILABLE);
    }

    @Test
    void aWrongOrderIsTakenAndShowsInProcessing() {
        video.fill(0, new byte[] {1, 2, 3}, "a");
        video.fill(1, new byte[] {4}, "b");

        assertThat(video.finalizeWith(List.of("b", "a"), NOW)).isEqualTo(Video.Finalizing.DONE);
        assertThat(video.state(NOW, SETTINGS, false)).isEqualTo(Video.State.PROCESSING_FAILED);
    }

    @Test
    void anotherCountOfPartsIsRefused() {
        assertThat(video.finalizeWith(List.of("a"), NOW)).isEqualTo(Video.Finalizing.COUNT_DIFFERS);
        assertThat(video.state(NOW, SETTINGS, false)).isEqualTo(Video.State.WAITING_UPLOAD);
    }

    @Test
    void aPartSentAgainCountsWithItsNewestReceipt() {
        video.fill(0, new byte[] {1, 2, 3}, "a");
        video.fill(1, new byte[] {4}, "b");
        video.fill(0, new byte[] {1, 2, 3}, "newer");

        video.finalizeWith(List.of("newer", "b"), NOW);

        assertThat(video.state(NOW, SETTINGS, false)).isEqualTo(Video.State.AVAILABLE);
    }

    @Test
    void otherBytesForAPartSpoilTheVideo() {
        video.fill(0, new byte[] {1, 2, 3}, "a");
        video.fill(1, new byte[] {4}, "b");
        video.fill(0, new byte[] {9, 9, 9}, "newer");

        video.finalizeWith(List.of("newer", "b"), NOW);

        assertThat(video.state(NOW, SETTINGS, false)).isEqualTo(Video.State.PROCESSING_FAILED);
    }
}
