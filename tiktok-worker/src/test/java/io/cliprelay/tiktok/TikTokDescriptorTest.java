package io.cliprelay.tiktok;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.ClipText;
import io.cliprelay.contracts.platform.Composition;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostText;
import io.cliprelay.tiktok.testing.Configured;

import static org.assertj.core.api.Assertions.assertThat;

class TikTokDescriptorTest {

    private final PlatformDescriptor descriptor =
            TikTokDescriptor.of(Configured.with(Map.of("upload.retry-attempts", "5")));

    @Test
    void theCaptionIsTitleDescriptionAndHashtags() {
        Composition text = PostText.compose(descriptor, clip("Title", "Text"));

        assertThat(text).isInstanceOfSatisfying(Composition.Fitting.class, fitting -> assertThat(fitting.field("title"))
                .isEqualTo("Title\n\nText\n\n#one"));
    }

    @Test
    void theCaptionIsCountedInUtf16Units() {
        assertThat(PostText.compose(descriptor, clip("😀".repeat(1096), ""))).isInstanceOf(Composition.Fitting.class);
        assertThat(PostText.compose(descriptor, clip("😀".repeat(1099), ""))).isInstanceOf(Composition.Unfitting.class);
    }

    @Test
    void filesPrivacyAndRetriesAreSaid() {
        assertThat(descriptor.media().maxBytes()).isEqualTo(4_000_000_000L);
        assertThat(descriptor.media().contentTypes())
                .containsExactlyInAnyOrder("video/mp4", "video/quicktime", "video/webm");
        assertThat(descriptor.privacy()).containsExactly(Privacy.PUBLIC, Privacy.PRIVATE);
        assertThat(descriptor.retryAttempts()).isEqualTo(5);
    }

    private static ClipText clip(String title, String description) {
        return new ClipText(title, description, List.of("one"), false);
    }
}
