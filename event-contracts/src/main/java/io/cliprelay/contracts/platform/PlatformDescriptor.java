package io.cliprelay.contracts.platform;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.cliprelay.contracts.clip.Privacy;

/**
 * What a platform accepts and allows.
 *
 * @param platform its id, in targets, topics and metrics: {@code youtube}
 * @param displayName its name for people
 * @param options the platform's own options by name, each with a sentence on its values
 * @param retryAttempts how often an upload is tried before it is given up
 */
public record PlatformDescriptor(
        String platform,
        String displayName,
        MediaRules media,
        TextRule title,
        TextRule description,
        TagRule tags,
        List<Privacy> privacy,
        Map<String, String> options,
        int retryAttempts) {

    public PlatformDescriptor {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(tags, "tags");
        privacy = List.copyOf(privacy);
        options = options == null ? Map.of() : Map.copyOf(options);
        if (retryAttempts < 1) {
            throw new IllegalArgumentException("retryAttempts must be at least 1, got " + retryAttempts);
        }
    }

    /**
     * Which files may be sent.
     *
     * @param contentTypes media types, lower case
     * @param maxBytes the largest file
     */
    public record MediaRules(Set<String> contentTypes, long maxBytes) {
        public MediaRules {
            // Sorted: the same descriptor is the same JSON in every process.
            contentTypes = Collections.unmodifiableSet(new TreeSet<>(contentTypes));
        }
    }
}
