package io.cliprelay.contracts.platform;

import java.util.Objects;
import java.util.Optional;

/**
 * How a platform has hashtags.
 *
 * @param template how one is written, with {@code {tag}} for its word: {@code #{tag}}
 * @param maxCount how many a field may hold, those written in its texts included; absent where that is not limited
 * @param otherCharacters what a hashtag may hold beside letters and digits of any script: {@code _}
 * @param droppable whether a target that lets its text be cut loses hashtags, the last first, before words of its text
 */
public record HashtagRule(String template, Optional<Integer> maxCount, String otherCharacters, boolean droppable) {

    /** What stands for a hashtag's word in {@code template}. */
    public static final String PLACEHOLDER = "{tag}";

    public HashtagRule {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(maxCount, "maxCount");
        Objects.requireNonNull(otherCharacters, "otherCharacters");
        if (!template.contains(PLACEHOLDER)) {
            throw new IllegalArgumentException("the template needs " + PLACEHOLDER + ", got " + template);
        }
    }

    /** {@code #word} in any number, which may hold {@code _} and are dropped before words are. */
    public static HashtagRule plain() {
        return new HashtagRule("#" + PLACEHOLDER, Optional.empty(), "_", true);
    }

    /** At most {@code count} of the same. */
    public HashtagRule atMost(int count) {
        return new HashtagRule(template, Optional.of(count), otherCharacters, droppable);
    }

    String written(String word) {
        return template.replace(PLACEHOLDER, word);
    }
}
