package io.cliprelay.youtube;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.youtube.wire.VideoResource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadMarkerTest {

    private static final UUID UPLOAD = UUID.fromString("0123abcd-4567-89ab-cdef-0123456789ab");

    @Test
    void anUploadHasOneMarkerAndAnotherUploadAnother() {
        assertThat(UploadMarker.of(UPLOAD)).isEqualTo(UploadMarker.of(UPLOAD));
        assertThat(UploadMarker.of(UPLOAD)).isNotEqualTo(UploadMarker.of(UUID.randomUUID()));
        assertThat(UploadMarker.of(UPLOAD).tag()).hasSize(UploadMarker.LENGTH).doesNotContain(" ", ",");
    }

    @Test
    void itIsFoundAmongAVideosTags() {
        UploadMarker marker = UploadMarker.of(UPLOAD);

        assertThat(marker.isOn(video(List.of("a", marker.tag())))).isTrue();
        assertThat(marker.isOn(video(List.of("a")))).isFalse();
        assertThat(marker.isOn(video(null))).isFalse();
        assertThat(marker.isOn(new VideoResource("id", null, null))).isFalse();
    }

    private static VideoResource video(List<String> tags) {
        return new VideoResource("id", new VideoResource.Snippet("t", "d", tags, "22", null), null);
    }
}
