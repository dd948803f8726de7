package io.cliprelay.contracts.clip;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All that one target is to show, with the target's overrides applied: nothing is looked up later. */
public record PostContent(
        MediaReference media,
        String title,
        String description,
        List<String> tags,
        Privacy privacy,
        Optional<MediaReference> thumbnail,
        Map<String, String> options) {

    public PostContent {
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
        Objects.requireNonNull(privacy, "privacy");
        Objects.requireNonNull(thumbnail, "thumbnail");
        options = options == null ? Map.of() : Map.copyOf(options);
    }
}
