package io.cliprelay.instagram;

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

/** What Instagram accepts of a Reel (developers.facebook.com/docs/instagram-platform, reference of ig-user/media). */
final class InstagramDescriptor {

    static final String PLATFORM = "instagram";

    /** The name of the one text. */
    static final String CAPTION = "caption";

    static final String SHARE_TO_FEED = "shareToFeed";
    static final String COVER_OFFSET = "coverTimestampMs";
    static final String COLLABORATORS = "collaborators";
    static final String SYNTHETIC_MEDIA = "syntheticMedia";
    static final String AUDIO_NAME = "audioName";
    static final String LOCATION = "locationId";
    static final String PAID_PARTNERSHIP = "paidPartnership";
    static final String SPONSORS = "sponsorIds";
    static final String TRIAL = "trial";
    static final String COMMENTS = "comments";

    private static final long LARGEST_FILE = 300_000_000L;

    private InstagramDescriptor() {}

    static PlatformDescriptor of(InstagramConfig config) {
        return new PlatformDescriptor(
                PLATFORM,
                "Instagram",
                media(),
                List.of(caption()),
                Optional.empty(),
                List.of(Privacy.PUBLIC),
                Optional.of(config.upload().defaultPrivacy()),
                options(),
                config.upload().retryAttempts());
    }

    private static MediaRules media() {
        return new MediaRules(
                Set.of("video/mp4", "video/quicktime"),
                Optional.empty(),
                LARGEST_FILE,
                Optional.of(Duration.ofSeconds(3)),
                Optional.of(Duration.ofMinutes(15)));
    }

    /** A Reel has no title of its own. */
    private static PostField caption() {
        return new PostField(
                CAPTION,
                List.of(TextPart.TITLE, TextPart.DESCRIPTION, TextPart.HASHTAGS),
                "\n\n",
                new TextRule(false, 2200, LengthUnit.CHARACTERS, ""),
                "",
                Optional.of(HashtagRule.plain().atMost(30)),
                Optional.of(20));
    }

    private static Map<String, OptionRule> options() {
        return Map.of(
                SHARE_TO_FEED, OptionRule.flag("true to show the Reel in the feed, too; as configured where absent."),
                COVER_OFFSET,
                        OptionRule.text("The time of the frame that is the cover, in milliseconds from the start."),
                COLLABORATORS, OptionRule.text("Up to three user names to invite, separated by commas."),
                SYNTHETIC_MEDIA, OptionRule.flag("true where the video was made or altered by AI; false where absent."),
                AUDIO_NAME, OptionRule.text("The name of the video's own sound."),
                LOCATION, OptionRule.text("The id of a Page that has a location; accounts by Facebook login only."),
                PAID_PARTNERSHIP,
                        OptionRule.flag("true where somebody pays for the video; accounts by Facebook login only."),
                SPONSORS,
                        OptionRule.text("Up to two account ids of who pays, separated by commas; Facebook login only."),
                TRIAL,
                        OptionRule.choice(
                                "Shows the Reel to non-followers first, and to all by hand or by its success.",
                                List.of("MANUAL", "SS_PERFORMANCE")),
                COMMENTS, OptionRule.flag("false to let nobody comment; true where absent."));
    }
}
