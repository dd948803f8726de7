package io.cliprelay.contracts.platform;

import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files may be sent.
 *
 * @param contentTypes media types, lower case
 * @param minBytes the smallest file; absent where the platform names none
 * @param maxBytes the largest file
 * @param minDuration the shortest video; absent where the platform names none
 * @param maxDuration the longest video; absent where the platform names none
 */
public record MediaRules(
        Set<String> contentTypes,
        Optional<Long> minBytes,
        long maxBytes,
        Optional<Duration> minDuration,
        Optional<Duration> maxDuration) {

    public MediaRules {
        // Sorted: the same descriptor is the same JSON in every process.
        contentTypes = Collections.unmodifiableSet(new TreeSet<>(contentTypes));
        Objects.requireNonNull(minBytes, "minBytes");
        Objects.requireNonNull(minDuration, "minDuration");
        Objects.requireNonNull(maxDuration, "maxDuration");
    }

    /** Files of these types up to a size, whatever their duration. */
    public MediaRules(Set<String> contentTypes, long maxBytes) {
        this(contentTypes, Optional.empty(), maxBytes, Optional.empty(), Optional.empty());
    }
}
