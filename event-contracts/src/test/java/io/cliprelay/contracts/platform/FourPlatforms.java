package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.clip.Privacy;

import static io.cliprelay.contracts.platform.TextPart.DESCRIPTION;
import static io.cliprelay.contracts.platform.TextPart.HASHTAGS;
import static io.cliprelay.contracts.platform.TextPart.TITLE;

/** The text rules of four platforms, each of another kind. */
final class FourPlatforms {

    private static final String BRACKETS = "<>";
    private static final List<TextPart> ALL = List.of(TITLE, DESCRIPTION, HASHTAGS);

    private FourPlatforms() {}

    static List<PlatformDescriptor> all() {
        return List.of(youtube(), instagram(), tiktok(), linkedin());
    }

    /** Texts apart, in characters and bytes, and a list of tags. */
    static PlatformDescriptor youtube() {
        return platform(
                "YouTube",
                Optional.of(new TagRule(500, LengthUnit.CHARACTERS, 1, 2, BRACKETS)),
                PostField.plain("title", TITLE, new TextRule(true, 100, LengthUnit.CHARACTERS, BRACKETS)),
                PostField.plain("description", DESCRIPTION, new TextRule(false, 5000, LengthUnit.BYTES, BRACKETS)));
    }

    /** All in one caption, with at most so many hashtags and mentions. */
    static PlatformDescriptor instagram() {
        return platform(
                "Instagram",
                Optional.empty(),
                new PostField(
                        "caption",
                        ALL,
                        "\n\n",
                        new TextRule(false, 2200, LengthUnit.CHARACTERS, ""),
                        "",
                        Optional.of(HashtagRule.plain().atMost(30)),
                        Optional.of(20)));
    }

    /** All in one title, in UTF-16 units. */
    static PlatformDescriptor tiktok() {
        return platform(
                "TikTok",
                Optional.empty(),
                new PostField(
                        "title",
                        ALL,
                        "\n\n",
                        new TextRule(false, 2200, LengthUnit.UTF_16_UNITS, ""),
                        "",
                        Optional.of(HashtagRule.plain()),
                        Optional.empty()));
    }

    /** All in one commentary, with escapes that count and a template for hashtags. */
    static PlatformDescriptor linkedin() {
        return platform(
                "LinkedIn",
                Optional.empty(),
                new PostField(
                        "commentary",
                        ALL,
                        "\n\n",
                        new TextRule(false, 3000, LengthUnit.CHARACTERS, ""),
                        "|{}[]()<>@#*_~\\",
                        Optional.of(new HashtagRule("{hashtag|\\#|{tag}}", Optional.empty(), "_", true)),
                        Optional.empty()));
    }

    /** A platform with this one field. */
    static PlatformDescriptor with(PostField field) {
        return platform("Paper", Optional.empty(), field);
    }

    private static PlatformDescriptor platform(String name, Optional<TagRule> tags, PostField... fields) {
        return new PlatformDescriptor(
                "paper",
                name,
                new MediaRules(Set.of("video/mp4"), 1_000),
                List.of(fields),
                tags,
                List.of(Privacy.PUBLIC),
                Optional.empty(),
                Map.of(),
                3);
    }
}
