package io.cliprelay.contracts.platform;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes hashtags of tags; plain functions. */
final class Hashtags {

    /** Neither part of a hashtag nor between two of its words: invisible characters, and apostrophes. */
    private static final Pattern NOTHING = Pattern.compile("[\\p{Cf}'’ʼ]");

    private Hashtags() {}

    /**
     * The words of hashtags, each once whatever its case, in their order.
     *
     * @param taken hashtags that are there already
     */
    static List<String> of(List<String> tags, HashtagRule rule, Stream<String> taken) {
        Set<String> seen = taken.map(Hashtags::key).collect(Collectors.toCollection(HashSet::new));
        Pattern words = words(rule);
        return tags.stream()
                .map(tag -> word(tag, words))
                .filter(word -> !word.isEmpty() && seen.add(key(word)))
                .toList();
    }

    /** {@code tags}, each once whatever its case, in their order. */
    static List<String> distinct(List<String> tags) {
        Set<String> seen = new HashSet<>();
        return tags.stream().filter(tag -> seen.add(key(tag))).toList();
    }

    /** {@code summer holiday} becomes {@code SummerHoliday}; nothing, where no letter or digit is in it. */
    private static String word(String tag, Pattern pattern) {
        String visible =
                NOTHING.matcher(Normalizer.normalize(tag, Normalizer.Form.NFC)).replaceAll("");
        List<String> words = pattern.matcher(visible)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        return words.size() == 1
                ? words.getFirst()
                : words.stream().map(Hashtags::capitalised).collect(Collectors.joining());
    }

    private static Pattern words(HashtagRule rule) {
        String others = rule.otherCharacters()
                .codePoints()
                .mapToObj(character -> "\\x{%x}".formatted(character))
                .collect(Collectors.joining());
        return Pattern.compile("[\\p{L}\\p{N}%1$s][\\p{L}\\p{N}\\p{M}%1$s]*".formatted(others));
    }

    private static String capitalised(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }

    private static String key(String word) {
        String plain = word.startsWith("#") ? word.substring(1) : word;
        // Upper case first: ß and SS are one.
        return Normalizer.normalize(plain, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
