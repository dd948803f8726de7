package io.cliprelay.youtube;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.OptionRule;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TagRule;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;

/** What YouTube accepts (developers.google.com/youtube/v3/docs/videos). */
final class YouTubeDescriptor {

    static final String PLATFORM = "youtube";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String CATEGORY = "categoryId";
    static final String LANGUAGE = "language";
    static final String MADE_FOR_KIDS = "madeForKids";
    static final String SYNTHETIC_MEDIA = "syntheticMedia";
    static final String PUBLISH_AT = "publishAt";

    private static final String ANGLE_BRACKETS = "<>";
    private static final int TAGS = 500;
    private static final long LARGEST_FILE = 256_000_000_000L;

    private YouTubeDescriptor() {}

    static PlatformDescriptor of(YouTubeConfig config) {
        return new PlatformDescriptor(
                PLATFORM,
                "YouTube",
                new MediaRules(containers(), LARGEST_FILE),
                fields(),
                // A comma between tags counts, and a tag with a space counts as if quoted. Our marker takes its share.
                Optional.of(new TagRule(TAGS - UploadMarker.LENGTH - 1, LengthUnit.CHARACTERS, 1, 2, ANGLE_BRACKETS)),
                List.of(Privacy.PUBLIC, Privacy.UNLISTED, Privacy.PRIVATE),
                Optional.of(config.upload().defaultPrivacy()),
                options(),
                config.upload().retryAttempts());
    }

    private static List<PostField> fields() {
        return List.of(
                PostField.plain(TITLE, TextPart.TITLE, new TextRule(true, 100, LengthUnit.CHARACTERS, ANGLE_BRACKETS)),
                PostField.plain(
                        DESCRIPTION,
                        TextPart.DESCRIPTION,
                        new TextRule(false, 5000, LengthUnit.BYTES, ANGLE_BRACKETS)));
    }

    private static Map<String, OptionRule> options() {
        return Map.of(
                CATEGORY, OptionRule.text("The id of a video category, such as 22."),
                LANGUAGE, OptionRule.text("The language of title and description (BCP 47), such as en."),
                MADE_FOR_KIDS, OptionRule.flag("true where the video is made for children; false where absent."),
                SYNTHETIC_MEDIA,
                        OptionRule.flag("true where the video shows realistic content that was altered or generated."),
                PUBLISH_AT,
                        OptionRule.instant(
                                "When YouTube itself makes the video public, which is uploaded before and private until then."));
    }

    private static Set<String> containers() {
        return Set.of(
                "video/mp4",
                "video/quicktime",
                "video/x-msvideo",
                "video/x-ms-wmv",
                "video/mpeg",
                "video/mp2t",
                "video/x-flv",
                "video/3gpp",
                "video/3gpp2",
                "video/webm",
                "video/x-matroska");
    }
}
