package io.cliprelay.linkedin;

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

/** What LinkedIn accepts (learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api). */
final class LinkedInDescriptor {

    static final String PLATFORM = "linkedin";

    /** The name of the one text. */
    static final String COMMENTARY = "commentary";

    /** The option that narrows who sees a post. */
    static final String VISIBILITY = "visibility";

    static final String CONNECTIONS = "CONNECTIONS";

    /** Of the little text format (learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format). */
    private static final String RESERVED = "|{}[]()<>@#*_~\\";

    private static final long SMALLEST_FILE = 75_000;

    private LinkedInDescriptor() {}

    static PlatformDescriptor of(LinkedInConfig config) {
        return new PlatformDescriptor(
                PLATFORM,
                "LinkedIn",
                media(config),
                List.of(commentary()),
                Optional.empty(),
                List.of(Privacy.PUBLIC),
                Optional.of(config.upload().defaultPrivacy()),
                Map.of(
                        VISIBILITY,
                        OptionRule.choice(
                                "CONNECTIONS to show a member's post to its connections only.", List.of(CONNECTIONS))),
                config.upload().retryAttempts());
    }

    private static MediaRules media(LinkedInConfig config) {
        return new MediaRules(
                Set.of("video/mp4"),
                Optional.of(SMALLEST_FILE),
                config.largestFile().asLongValue(),
                Optional.of(Duration.ofSeconds(3)),
                Optional.of(Duration.ofMinutes(30)));
    }

    /** Whether LinkedIn counts escapes is not known; here they count. */
    private static PostField commentary() {
        return new PostField(
                COMMENTARY,
                List.of(TextPart.TITLE, TextPart.DESCRIPTION, TextPart.HASHTAGS),
                "\n\n",
                new TextRule(false, 3000, LengthUnit.CHARACTERS, ""),
                RESERVED,
                Optional.of(new HashtagRule("{hashtag|\\#|{tag}}", Optional.empty(), "_", true)),
                Optional.empty());
    }
}
