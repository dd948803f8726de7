package io.cliprelay.tiktok;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.HashtagRule;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.OptionRule;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;

/** What TikTok accepts (developers.tiktok.com/doc/content-posting-api-media-transfer-guide and -reference-direct-post). */
final class TikTokDescriptor {

    static final String PLATFORM = "tiktok";
    static final String AUDIENCE = "audience";
    static final String COMMENTS = "comments";
    static final String DUET = "duet";
    static final String STITCH = "stitch";
    static final String BRANDED_CONTENT = "brandedContent";
    static final String OWN_BRAND = "ownBrand";
    static final String SYNTHETIC_MEDIA = "syntheticMedia";
    static final String COVER = "coverTimestampMs";

    /** The name of the one text. */
    static final String CAPTION = "title";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private TikTokDescriptor() {}

    static PlatformDescriptor of(TikTokConfig config) {
        return new PlatformDescriptor(
                PLATFORM,
                "TikTok",
                // A creator may be allowed less, which is asked for before each post.
                new MediaRules(
                        containers(),
                        Optional.empty(),
                        config.largestFile().asLongValue(),
                        Optional.empty(),
                        Optional.of(LONGEST)),
                List.of(caption()),
                Optional.empty(),
                List.of(Privacy.PUBLIC, Privacy.PRIVATE),
                Optional.of(config.upload().defaultPrivacy()),
                options(),
                config.upload().retryAttempts());
    }

    /** The one text that a video has, hashtags and mentions included. */
    private static PostField caption() {
        return new PostField(
                CAPTION,
                List.of(TextPart.TITLE, TextPart.DESCRIPTION, TextPart.HASHTAGS),
                "\n\n",
                new TextRule(false, 2200, LengthUnit.UTF_16_UNITS, ""),
                "",
                Optional.of(HashtagRule.plain()),
                Optional.empty());
    }

    private static Set<String> containers() {
        return Set.of("video/mp4", "video/webm", "video/quicktime");
    }

    private static Map<String, OptionRule> options() {
        return Map.of(
                AUDIENCE,
                OptionRule.choice(
                        "Who sees it, instead of the privacy; followers only for private accounts.",
                        List.of("MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR")),
                COMMENTS,
                OptionRule.flag("true to let people comment; false where absent."),
                DUET,
                OptionRule.flag("true to let people make duets; false where absent."),
                STITCH,
                OptionRule.flag("true to let people stitch; false where absent."),
                BRANDED_CONTENT,
                OptionRule.flag("true where a third party pays for the video; false where absent."),
                OWN_BRAND,
                OptionRule.flag("true where the video promotes the creator's own business; false where absent."),
                SYNTHETIC_MEDIA,
                OptionRule.flag("true where the video was made or altered by AI; false where absent."),
                COVER,
                OptionRule.text("The time of the frame that is the cover, in milliseconds from the start."));
    }
}
