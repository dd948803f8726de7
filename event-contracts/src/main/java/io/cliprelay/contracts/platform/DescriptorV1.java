package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.cliprelay.contracts.clip.Privacy;

/**
 * What a worker of the first version told, which may still lie on the topic.
 *
 * @param options the platform's own options by name, each with a sentence on its values
 */
public record DescriptorV1(
        String platform,
        String displayName,
        MediaRules media,
        TextRule title,
        TextRule description,
        TagRule tags,
        List<Privacy> privacy,
        Map<String, String> options,
        int retryAttempts) {

    public DescriptorV1 {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(tags, "tags");
        privacy = List.copyOf(privacy);
        options = options == null ? Map.of() : Map.copyOf(options);
    }

    /** The same as it is told now. */
    public PlatformDescriptor upgraded() {
        return new PlatformDescriptor(
                platform,
                displayName,
                media,
                List.of(
                        PostField.plain("title", TextPart.TITLE, title),
                        PostField.plain("description", TextPart.DESCRIPTION, description)),
                Optional.of(tags),
                privacy,
                Optional.empty(),
                options.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, option -> OptionRule.text(option.getValue()))),
                retryAttempts);
    }
}
