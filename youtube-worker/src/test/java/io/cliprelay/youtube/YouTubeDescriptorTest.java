package io.cliprelay.youtube;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TagRule;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.youtube.testing.Configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class YouTubeDescriptorTest {

    private final PlatformDescriptor descriptor =
            YouTubeDescriptor.of(Configured.with(Map.of("upload.retry-attempts", "5")));

    @Test
    void textsHaveYouTubesLimits() {
        assertThat(descriptor.fields())
                .extracting(PostField::name, PostField::parts, PostField::rule)
                .containsExactly(
                        tuple("title", List.of(TextPart.TITLE), new TextRule(true, 100, LengthUnit.CHARACTERS, "<>")),
                        tuple(
                                "description",
                                List.of(TextPart.DESCRIPTION),
                                new TextRule(false, 5000, LengthUnit.BYTES, "<>")));
    }

    @Test
    void theLongestTagsAndTheMarkerAreWhatYouTubeTakes() {
        TagRule rule = descriptor.tags().orElseThrow();
        String longest = "x".repeat(rule.maxTotalLength());
        String marker = UploadMarker.of(UUID.randomUUID()).tag();

        assertThat(rule.totalLength(List.of(longest, marker))).isEqualTo(500);
        assertThat(rule.totalLength(List.of("two words"))).isEqualTo("\"two words\"".length());
    }

    @Test
    void filesPrivacyAndRetriesAreSaid() {
        assertThat(descriptor.media().maxBytes()).isEqualTo(256_000_000_000L);
        assertThat(descriptor.media().contentTypes()).contains("video/mp4").allMatch(type -> type.startsWith("video/"));
        assertThat(descriptor.privacy()).containsExactlyInAnyOrder(Privacy.values());
        assertThat(descriptor.retryAttempts()).isEqualTo(5);
    }
}
