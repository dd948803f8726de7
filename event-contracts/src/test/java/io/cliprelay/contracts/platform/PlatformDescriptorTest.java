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

    @Test
    void hasTheOptionsThatEveryPlatformHasBesideItsOwn() {
        assertThat(descriptor(List.of(Privacy.PUBLIC), 3).options()).containsOnlyKeys("auto-publish", "truncate");
        assertThat(descriptor(List.of(Privacy.PUBLIC), 3).options().get("truncate"))
                .satisfies(rule -> assertThat(rule.takes("true")).isTrue())
                .satisfies(rule -> assertThat(rule.takes("yes")).isFalse());
    }

    @Test
    void isUpgradedFromWhatWasToldAtFirst() {
        TextRule title = new TextRule(true, 100, LengthUnit.CHARACTERS, "<>");
        TextRule description = new TextRule(false, 5000, LengthUnit.BYTES, "<>");
        TagRule tags = new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>");
        MediaRules media = new MediaRules(Set.of("video/mp4"), 1);
        DescriptorV1 first = new DescriptorV1(
                "youtube",
                "YouTube",
                media,
                title,
                description,
                tags,
                List.of(Privacy.PUBLIC),
                Map.of("categoryId", "a number"),
                3);

        PlatformDescriptor latest =
                new PlatformEvent.DescribedV1(first).latest().orElseThrow();

        assertThat(latest.fields()).extracting(PostField::name).containsExactly("title", "description");
        assertThat(latest.fields()).extracting(PostField::rule).containsExactly(title, description);
        assertThat(latest.tags()).contains(tags);
        assertThat(latest.media()).isEqualTo(media);
        assertThat(latest.options().get("categoryId")).isEqualTo(OptionRule.text("a number"));
        assertThat(new PlatformEvent.Described(latest).latest()).contains(latest);
    }

    @Test
    void hasNoTwoFieldsOfOneName() {
        PostField field = PostField.plain("text", TextPart.TITLE, new TextRule(true, 1, LengthUnit.BYTES, ""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformDescriptor(
                        "paper",
                        "Paper",
                        new MediaRules(Set.of("video/mp4"), 1),
                        List.of(field, field),
                        Optional.empty(),
                        List.of(Privacy.PUBLIC),
                        Optional.empty(),
                        Map.of(),
                        3))
                .withMessageContaining("one name");
    }

    @Test
    void hasNoFieldWithoutPartsNorHashtagsWithoutARule() {
        TextRule rule = new TextRule(true, 1, LengthUnit.BYTES, "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostField("text", List.of(), "", rule, "", Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> PostField.plain("text", TextPart.HASHTAGS, rule));
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
