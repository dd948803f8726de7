package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One text of a platform's post, and what it is composed of.
 *
 * @param name what the worker and people call it: {@code caption}
 * @param parts in their order; blank ones are left out
 * @param separator stands between two parts
 * @param rule what the whole text may hold; forbidden characters are refused in title and description
 * @param escapedCharacters each character of this text is sent with a {@code \} before it, which counts; empty where
 *     nothing is escaped
 * @param hashtags how hashtags are written; absent where the platform knows none in this field
 * @param maxMentions how many {@code @name} it may hold; absent where that is not limited
 */
public record PostField(
        String name,
        List<TextPart> parts,
        String separator,
        TextRule rule,
        String escapedCharacters,
        Optional<HashtagRule> hashtags,
        Optional<Integer> maxMentions) {

    public PostField {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        Objects.requireNonNull(separator, "separator");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(escapedCharacters, "escapedCharacters");
        Objects.requireNonNull(hashtags, "hashtags");
        Objects.requireNonNull(maxMentions, "maxMentions");
        if (parts.isEmpty() || parts.stream().distinct().count() < parts.size()) {
            throw new IllegalArgumentException("the field " + name + " needs parts, each once, got " + parts);
        }
        if (parts.contains(TextPart.HASHTAGS) && hashtags.isEmpty()) {
            throw new IllegalArgumentException("the field " + name + " has hashtags, but no rule for them");
        }
    }

    /** A field that is one part as it is, without hashtags, escapes or mentions. */
    public static PostField plain(String name, TextPart part, TextRule rule) {
        return new PostField(name, List.of(part), "", rule, "", Optional.empty(), Optional.empty());
    }

    /** {@code text} with its escapes. */
    String escaped(String text) {
        if (escapedCharacters.isEmpty()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (escapedCharacters.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return escaped.toString();
    }
}
