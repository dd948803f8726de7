package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Objects;

import io.cliprelay.contracts.clip.PostContent;

/**
 * The texts that a post is composed of.
 *
 * @param tags as they were given, with or without {@code #}
 * @param truncate whether what is too long may be cut
 */
public record ClipText(String title, String description, List<String> tags, boolean truncate) {

    public ClipText {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
    }

    /** Those of a target. */
    public static ClipText of(PostContent content) {
        return new ClipText(
                content.title(), content.description(), content.tags(), CommonOptions.truncates(content.options()));
    }

    /** The text of a part; empty for hashtags, which are made of the tags. */
    String of(TextPart part) {
        return switch (part) {
            case TITLE -> title;
            case DESCRIPTION -> description;
            case HASHTAGS -> "";
        };
    }
}
