package io.cliprelay.contracts.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.Privacy;

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
        TextRule rule = new TextRule(true, 100, LengthUnit.CHARACTERS, "<>");
        return new PlatformDescriptor(
                "youtube",
                "YouTube",
                new MediaRules(Set.of("video/mp4"), 1),
                List.of(PostField.plain("title", TextPart.TITLE, rule)),
                Optional.empty(),
                privacy,
                Optional.empty(),
                Map.of(),
                attempts);
    }
}
