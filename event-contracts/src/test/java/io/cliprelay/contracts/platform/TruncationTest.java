package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.platform.Composition.Fitting;
import io.cliprelay.contracts.platform.Composition.Unfitting;

import static io.cliprelay.contracts.platform.TextPart.DESCRIPTION;
import static io.cliprelay.contracts.platform.TextPart.HASHTAGS;
import static io.cliprelay.contracts.platform.TextPart.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

class TruncationTest {

    @ParameterizedTest
    @CsvSource({
        "12, one two three, one two…",
        "13, one two three, one two three",
        "10, abcdefghijkl, abcdefghi…",
        // Rather in the middle of a word than without most of the text.
        "10, a bcdefghijkl, a bcdefgh…",
        "5, 日本日本日本, 日本日本…",
        "5, 'ab cdefgh', 'ab…'",
        // No hashtag, mention or link in two.
        "12, 'ab cd #holiday', 'ab cd…'",
        "12, 'ab cd @holiday', 'ab cd…'",
        "16, 'ab cd https://a.example/b', 'ab cd…'",
        // No character in two that is several code points: a family, a flag, an accent.
        "6, 'abc👩‍👩‍👧d', 'abc…'",
        "6, 'abcd🇮🇸efg', 'abcd…'",
        "4, 'abe\u0301def', 'ab…'",
    })
    void aTextEndsBehindAWholePiece(int limit, String text, String cut) {
        PostField field = PostField.plain("text", DESCRIPTION, new TextRule(false, limit, LengthUnit.CHARACTERS, ""));

        assertThat(cut(field, "", text)).isEqualTo(cut);
    }

    /** One try a tag takes minutes. */
    @Test
    @Timeout(20)
    void tensOfThousandsOfTagsAreCutAtOnce() {
        List<String> tags =
                IntStream.range(0, 100_000).mapToObj(Integer::toString).toList();
        ClipText clip = new ClipText("title", "", tags, true);

        assertThat(PostText.compose(
                        FourPlatforms.with(field(List.of(HASHTAGS), 18, "", Optional.of(HashtagRule.plain()))), clip))
                .isInstanceOfSatisfying(Fitting.class, fitting -> assertThat(fitting.field("text"))
                        .isEqualTo("#0 #1 #2 #3 #4 #5"));
        assertThat(TagList.of(clip, new TagRule(9, LengthUnit.CHARACTERS, 1, 2, "")))
                .hasSize(5);
        assertThat(TagList.of(clip, new TagRule(0, LengthUnit.CHARACTERS, 1, 2, "")))
                .isEmpty();
    }

    @Test
    void anEscapeIsNotCutFromItsCharacter() {
        PostField field = field(List.of(DESCRIPTION), 6, "(", Optional.empty());

        assertThat(cut(field, "", "abcd(e")).isEqualTo("abcd…");
        assertThat(cut(field, "", "abc(e()")).isEqualTo("abc\\(…");
    }

    @Test
    void theEllipsisCountsAsThePlatformCounts() {
        PostField field = PostField.plain("text", DESCRIPTION, new TextRule(false, 10, LengthUnit.BYTES, ""));

        assertThat(cut(field, "", "abcdefghijk")).isEqualTo("abcdefg…");
        assertThat(cut(field, "", "ééééééé")).isEqualTo("ééé…");
    }

    @Test
    void hashtagsGoFirstTheLastOneFirst() {
        PostField field = field(List.of(TITLE, DESCRIPTION, HASHTAGS), 16, "", Optional.of(HashtagRule.plain()));

        assertThat(cut(field, "Title", "Text", "a", "b")).isEqualTo("Title Text #a #b");
        assertThat(cut(field, "Title", "Text", "a", "bc")).isEqualTo("Title Text #a");
        assertThat(cut(field, "Title", "Text goes on", "a")).isEqualTo("Title Text goes…");
    }

    @Test
    void hashtagsThatMayNotGoStayAndTheTextIsCut() {
        HashtagRule lasting = new HashtagRule("#{tag}", Optional.empty(), "", false);
        PostField field = field(List.of(TITLE, DESCRIPTION, HASHTAGS), 16, "", Optional.of(lasting));

        assertThat(cut(field, "Title", "Text", "a", "bc")).isEqualTo("Title Te… #a #bc");
        assertThat(PostText.compose(FourPlatforms.with(field), new ClipText("", "", List.of("a".repeat(16)), true)))
                .isInstanceOf(Unfitting.class);
    }

    @Test
    void theTitleIsCutWhenNothingIsLeftBehindIt() {
        PostField field = field(List.of(TITLE, DESCRIPTION), 8, "", Optional.empty());

        assertThat(cut(field, "Titles", "Text")).isEqualTo("Titles");
        assertThat(cut(field, "A longer title", "Text")).isEqualTo("A longe…");
    }

    @Test
    void tooManyHashtagsAndTagsAreLeftOut() {
        List<String> many =
                IntStream.range(0, 200).mapToObj(number -> "tag" + number).toList();
        ClipText clip = new ClipText("t", "#one", many, true);

        Fitting instagram = (Fitting) PostText.compose(FourPlatforms.instagram(), clip);
        Fitting youtube = (Fitting) PostText.compose(FourPlatforms.youtube(), clip);

        assertThat(instagram.field("caption")).startsWith("t\n\n#one\n\n#tag0 ").endsWith(" #tag28");
        assertThat(youtube.tags()).startsWith("tag0").hasSizeBetween(60, 100);
    }

    @Test
    void aRequiredTextOfWhichNothingHasRoomIsTooLong() {
        ClipText clip = new ClipText("#" + "x".repeat(100), "", List.of(), true);

        Composition composed = PostText.compose(FourPlatforms.youtube(), clip);

        assertThat(((Unfitting) composed).findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        TextFinding.TooLong.class,
                        finding -> assertThat(finding.error().fix()).isEqualTo("Shorten it by 1."));
    }

    @Test
    void whatFitsIsNotTouched() {
        ClipText clip = new ClipText("A title ", " A text ", List.of("tag"), true);

        assertThat(PostText.compose(FourPlatforms.tiktok(), clip))
                .isEqualTo(PostText.compose(
                        FourPlatforms.tiktok(), new ClipText(clip.title(), clip.description(), clip.tags(), false)));
    }

    private static PostField field(List<TextPart> parts, int limit, String escaped, Optional<HashtagRule> hashtags) {
        TextRule rule = new TextRule(false, limit, LengthUnit.CHARACTERS, "");
        return new PostField("text", parts, " ", rule, escaped, hashtags, Optional.empty());
    }

    private static String cut(PostField field, String title, String description, String... tags) {
        ClipText clip = new ClipText(title, description, List.of(tags), true);
        return ((Fitting) PostText.compose(FourPlatforms.with(field), clip)).field("text");
    }
}
