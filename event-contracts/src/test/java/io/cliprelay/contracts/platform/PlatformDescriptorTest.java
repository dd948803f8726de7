package io.cliprelay.contracts.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.PlatformDescriptor.MediaRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlatformDescriptorTest {

    @Test
    void needsAtLeastOneAttempt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> descriptor(List.of(Privacy.PUBLIC), 0))
                .withMessageContaining("got 0");
    }

    @Test
    void keepsItsOwnCopyOfWhatItIsGiven() {
        List<Privacy> given = new ArrayList<>(List.of(Privacy.PUBLIC));
        PlatformDescriptor descriptor = descriptor(given, 3);
        given.add(Privacy.PRIVATE);

        assertThat(descriptor.privacy()).containsExactly(Privacy.PUBLIC);
    }

    private static PlatformDescriptor descriptor(List<Privacy> privacy, int attempts) {
        TextRule text = new TextRule(true, 100, LengthUnit.CHARACTERS, "<>");
        TagRule tags = new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>");
        MediaRules media = new MediaRules(Set.of("video/mp4"), 1);
        return new PlatformDescriptor("youtube", "YouTube", media, text, text, tags, privacy, Map.of(), attempts);
    }
}
