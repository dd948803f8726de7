package io.cliprelay.contracts.clip;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one target is to show, with the target's overrides applied: nothing is looked up later.
 *
 * @param sandboxOnly true where it must never reach a real platform; absent means that it may
 */
public record PostContent(
        MediaReference media,
        String title,
        String description,
        List<String> tags,
        Privacy privacy,
        Optional<MediaReference> thumbnail,
        Map<String, String> options,
        Optional<Boolean> sandboxOnly) {

    public PostContent {
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
        Objects.requireNonNull(privacy, "privacy");
        Objects.requireNonNull(thumbnail, "thumbnail");
        options = options == null ? Map.of() : Map.copyOf(options);
        Objects.requireNonNull(sandboxOnly, "sandboxOnly");
    }

    /** What may reach a real platform. */
    public PostContent(
            MediaReference media,
            String title,
            String description,
            List<String> tags,
            Privacy privacy,
            Optional<MediaReference> thumbnail,
            Map<String, String> options) {
        this(media, title, description, tags, privacy, thumbnail, options, Optional.empty());
    }

    /** The same, never to reach a real platform. */
    public PostContent keptToSandbox() {
        return new PostContent(media, title, description, tags, privacy, thumbnail, options, Optional.of(true));
    }
}
