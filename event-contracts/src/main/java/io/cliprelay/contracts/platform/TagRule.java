package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Objects;

/**
 * What tags may be, taken together.
 *
 * @param maxTotalLength of all tags and what stands between them, in {@code unit}
 * @param separatorLength what the platform counts between two tags
 * @param spacedTagExtra what it adds for a tag that holds a space, as if that were quoted
 * @param forbiddenCharacters each character of this text is refused in a tag
 */
public record TagRule(
        int maxTotalLength, LengthUnit unit, int separatorLength, int spacedTagExtra, String forbiddenCharacters) {

    public TagRule {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(forbiddenCharacters, "forbiddenCharacters");
    }

    /** The length of {@code tags} as the platform counts it. */
    public int totalLength(List<String> tags) {
        int separators = Math.max(0, tags.size() - 1) * separatorLength;
        return separators + tags.stream().mapToInt(this::lengthOf).sum();
    }

    private int lengthOf(String tag) {
        return unit.lengthOf(tag) + (tag.contains(" ") ? spacedTagExtra : 0);
    }
}
