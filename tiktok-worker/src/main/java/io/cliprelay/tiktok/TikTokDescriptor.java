package io.cliprelay.tiktok;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.TagRule;
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

    /** UTF-16 units, hashtags included. */
    static final int LONGEST_CAPTION = 2200;

    private TikTokDescriptor() {}

    static PlatformDescriptor of(TikTokConfig config) {
        return new PlatformDescriptor(
                PLATFORM,
                "TikTok",
                new PlatformDescriptor.MediaRules(
                        Set.of("video/mp4", "video/webm", "video/quicktime"),
                        config.largestFile().asLongValue()),
                new TextRule(false, LONGEST_CAPTION, LengthUnit.CHARACTERS, ""),
                new TextRule(false, LONGEST_CAPTION, LengthUnit.CHARACTERS, ""),
                new TagRule(LONGEST_CAPTION, LengthUnit.CHARACTERS, 1, 0, ""),
                List.of(Privacy.PUBLIC, Privacy.PRIVATE),
                options(),
                config.retryAttempts());
    }

    private static Map<String, String> options() {
        return Map.of(
                AUDIENCE,
                "Instead of the privacy: MUTUAL_FOLLOW_FRIENDS or, for private accounts, FOLLOWER_OF_CREATOR.",
                COMMENTS,
                "true to let people comment; false where absent.",
                DUET,
                "true to let people make duets; false where absent.",
                STITCH,
                "true to let people stitch; false where absent.",
                BRANDED_CONTENT,
                "true where a third party pays for the video; false where absent.",
                OWN_BRAND,
                "true where the video promotes the creator's own business; false where absent.",
                SYNTHETIC_MEDIA,
                "true where the video was made or altered by AI; false where absent.",
                COVER,
                "The time of the frame that is the cover, in milliseconds from the start.");
    }
}
