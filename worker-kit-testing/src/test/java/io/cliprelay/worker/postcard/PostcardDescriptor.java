package io.cliprelay.worker.postcard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;

/** What a postcard may hold. */
final class PostcardDescriptor {

    static final String PLATFORM = "postcard";
    static final String TEXT = "text";

    private PostcardDescriptor() {}

    static PlatformDescriptor of(PostcardConfig config) {
        return new PlatformDescriptor(
                PLATFORM,
                "Postcard",
                new MediaRules(Set.of("video/mp4"), 1_000_000),
                List.of(PostField.plain(TEXT, TextPart.TITLE, new TextRule(true, 140, LengthUnit.CHARACTERS, ""))),
                Optional.empty(),
                List.of(Privacy.PUBLIC),
                Optional.of(Privacy.PUBLIC),
                Map.of(),
                config.upload().retryAttempts());
    }
}
