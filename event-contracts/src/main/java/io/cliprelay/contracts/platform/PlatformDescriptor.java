package io.cliprelay.contracts.platform;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.cliprelay.contracts.clip.Privacy;

/**
 * What a platform accepts and allows.
 *
 * @param platform its id, in targets, topics and metrics: {@code youtube}
 * @param displayName its name for people
 * @param fields the texts of a post, and how they are composed
 * @param tags what its tags may be; absent where a post has none beside its texts
 * @param privacy the values it has
 * @param defaultPrivacy what holds where neither clip nor target says; absent where that is private
 * @param options the platform's own options by name; those of {@link CommonOptions} are added
 * @param retryAttempts how often an upload is tried before it is given up
 * @param limits how much it allows in which time; empty where the worker's release does not tell
 */
public record PlatformDescriptor(
        String platform,
        String displayName,
        MediaRules media,
        List<PostField> fields,
        Optional<TagRule> tags,
        List<Privacy> privacy,
        Optional<Privacy> defaultPrivacy,
        Map<String, OptionRule> options,
        int retryAttempts,
        List<PlatformLimit> limits) {

    public PlatformDescriptor {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(media, "media");
        fields = List.copyOf(fields);
        Objects.requireNonNull(tags, "tags");
        privacy = List.copyOf(privacy);
        Objects.requireNonNull(defaultPrivacy, "defaultPrivacy");
        options = withCommon(options == null ? Map.of() : options);
        limits = limits == null ? List.of() : List.copyOf(limits);
        if (fields.stream().map(PostField::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("two fields have one name, among " + fields);
        }
        if (retryAttempts < 1) {
            throw new IllegalArgumentException("retryAttempts must be at least 1, got " + retryAttempts);
        }
    }

    /** A platform whose limits are not told. */
    public PlatformDescriptor(
            String platform,
            String displayName,
            MediaRules media,
            List<PostField> fields,
            Optional<TagRule> tags,
            List<Privacy> privacy,
            Optional<Privacy> defaultPrivacy,
            Map<String, OptionRule> options,
            int retryAttempts) {
        this(platform, displayName, media, fields, tags, privacy, defaultPrivacy, options, retryAttempts, List.of());
    }

    /** The same platform with these limits. */
    public PlatformDescriptor limitedBy(List<PlatformLimit> limits) {
        return new PlatformDescriptor(
                platform, displayName, media, fields, tags, privacy, defaultPrivacy, options, retryAttempts, limits);
    }

    // Sorted: the same descriptor is the same JSON in every process.
    private static Map<String, OptionRule> withCommon(Map<String, OptionRule> own) {
        Map<String, OptionRule> all = new TreeMap<>(CommonOptions.ALL);
        all.putAll(own);
        return Collections.unmodifiableMap(all);
    }
}
