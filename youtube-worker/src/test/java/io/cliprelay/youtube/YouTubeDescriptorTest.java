package io.cliprelay.youtube;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.youtube.testing.Configured;

import static org.assertj.core.api.Assertions.assertThat;

class YouTubeDescriptorTest {

    private final PlatformDescriptor descriptor =
            YouTubeDescriptor.of(Configured.with(Map.of("upload.retry-attempts", "5")));

    @Test
    void textsHaveYouTubesLimits() {
        assertThat(descriptor.title()).isEqualTo(new TextRule(true, 100, LengthUnit.CHARACTERS, "<>"));
        assertThat(descriptor.description()).isEqualTo(new TextRule(false, 5000, LengthUnit.BYTES, "<>"));
    }

    @Test
    void theLongestTagsAndTheMarkerAreWhatYouTubeTakes() {
        List<String> longest = List.of("x".repeat(descriptor.tags().maxTotalLength()));
        String marker = UploadMarker.of(UUID.randomUUID()).tag();

        assertThat(descriptor.tags().totalLength(List.of(longest.getFirst(), marker)))
                .isEqualTo(500);
        assertThat(descriptor.tags().totalLength(List.of("two words"))).isEqualTo("\"two words\"".length());
    }

    @Test
    void filesPrivacyAndRetriesAreSaid() {
        assertThat(descriptor.media().maxBytes()).isEqualTo(256_000_000_000L);
        assertThat(descriptor.media().contentTypes()).contains("video/mp4").allMatch(type -> type.startsWith("video/"));
        assertThat(descriptor.privacy()).containsExactlyInAnyOrder(Privacy.values());
        assertThat(descriptor.retryAttempts()).isEqualTo(5);
    }
}
