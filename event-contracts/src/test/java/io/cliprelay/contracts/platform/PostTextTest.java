package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.platform.Composition.Fitting;
import io.cliprelay.contracts.platform.Composition.Unfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PostTextTest {

    /** A character as people see it, and its length as each platform's longest field counts it. */
    static Stream<Arguments> characters() {
        return Stream.of(
                characters("a", 1, 1, 1, 1),
                characters("é", 2, 1, 1, 1),
                // A letter and a combining accent.
                characters("e\u0301", 3, 2, 2, 2),
                characters("日", 3, 1, 1, 1),
                characters("🏖", 4, 1, 2, 1),
                // Family of three: people joined by zero-width joiners.
                characters("👩‍👩‍👧", 18, 5, 8, 5),
                characters("(", 1, 1, 1, 2),
                characters("\\", 1, 1, 1, 2));
    }

    private static Arguments characters(String character, int youtube, int instagram, int tiktok, int linkedin) {
        return arguments(character, List.of(youtube, instagram, tiktok, linkedin));
    }

    @ParameterizedTest
    @MethodSource("characters")
    void aDescriptionMayBeAsLongAsThePlatformCountsAndNotLonger(String character, List<Integer> lengths) {
        List<Integer> limits = List.of(5000, 2200, 2200, 3000);
        IntStream.range(0, lengths.size()).forEach(index -> {
            PlatformDescriptor platform = FourPlatforms.all().get(index);
            // The title takes its share where all is in one field.
            int room = platform.fields().size() > 1 ? limits.get(index) : limits.get(index) - "t\n\n".length();
            int length = lengths.get(index);
            String full = character.repeat(room / length) + "x".repeat(room % length);

            assertThat(errors(platform, described(full.substring(0, full.length() - character.length()))))
                    .isEmpty();
            assertThat(errors(platform, described(full))).isEmpty();
            assertThat(errors(platform, described(full + "x"))).containsExactly("/description description.too-long");
        });
    }

    static Stream<Arguments> titles() {
        return Stream.of("a", "é", "日", "🏖").map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aTitleOnYouTubeMayHaveAHundredCharacters(String character) {
        assertThat(errors(FourPlatforms.youtube(), titled(character.repeat(99))))
                .isEmpty();
        assertThat(errors(FourPlatforms.youtube(), titled(character.repeat(100))))
                .isEmpty();
        assertThat(errors(FourPlatforms.youtube(), titled(character.repeat(101))))
                .containsExactly("/title title.too-long");
    }

    @Test
    void tagsOnYouTubeMayHaveFiveHundredCharactersCommasAndQuotesIncluded() {
        List<String> full = List.of("a b", "x".repeat(247), "y".repeat(246));

        assertThat(errors(FourPlatforms.youtube(), tagged(full))).isEmpty();
        assertThat(errors(FourPlatforms.youtube(), tagged(List.of("a b", "x".repeat(247), "y".repeat(247)))))
                .containsExactly("/tags tags.too-long");
    }

    @Test
    void partsAreJoinedAndBlankOnesLeftOut() {
        assertThat(caption("Title", "Text", List.of("sun", "sea"))).isEqualTo("Title\n\nText\n\n#sun #sea");
        assertThat(caption("Title", " ", List.of("sun"))).isEqualTo("Title\n\n#sun");
        assertThat(caption("Title", "", List.of())).isEqualTo("Title");
        assertThat(caption("", "", List.of())).isEmpty();
    }

    @Test
    void textsThatStandApartAreTakenAsTheyAre() {
        ClipText clip = new ClipText(" A #title", "A  text\r\n", List.of("one two", "#3", "ONE TWO"), false);

        assertThat(PostText.compose(FourPlatforms.youtube(), clip))
                .isEqualTo(new Fitting(
                        Map.of("title", " A #title", "description", "A  text\r\n"), List.of("one two", "#3")));
    }

    @Test
    void littleTextIsEscapedAndItsHashtagsAreTemplates() {
        ClipText clip = new ClipText("A (b)", "c_d\\ #e_f @g", List.of("h i", "E_F"), false);

        assertThat(fitting(FourPlatforms.linkedin(), clip).field("commentary"))
                .isEqualTo("A \\(b\\)\n\nc\\_d\\\\ {hashtag|\\#|e\\_f} \\@g\n\n{hashtag|\\#|HI}");
    }

    @Test
    void aHashtagWrittenInTheTextIsNotAddedAgain() {
        assertThat(caption("Title", "At the #Sea", List.of("sea", "sun"))).isEqualTo("Title\n\nAt the #Sea\n\n#sun");
    }

    @Test
    void tooManyHashtagsAreAnErrorWrittenOnesIncluded() {
        List<String> thirty =
                IntStream.range(0, 30).mapToObj(number -> "tag" + number).toList();

        assertThat(errors(FourPlatforms.instagram(), tagged(thirty))).isEmpty();
        assertThat(errors(FourPlatforms.instagram(), new ClipText("t", "#one", thirty, false)))
                .containsExactly("/tags tags.too-many-hashtags");
        assertThat(errors(FourPlatforms.instagram(), described("#" + String.join(" #", thirty) + " #one")))
                .containsExactly("/description description.too-many-hashtags");
        assertThat(errors(FourPlatforms.tiktok(), new ClipText("t", "#one", thirty, false)))
                .isEmpty();
    }

    @Test
    void tooManyMentionsAreAnError() {
        assertThat(errors(FourPlatforms.instagram(), described("@a.b ".repeat(20))))
                .isEmpty();
        assertThat(errors(FourPlatforms.instagram(), described("mail me@home.org ".repeat(21))))
                .isEmpty();
        assertThat(errors(FourPlatforms.instagram(), described("@a.b ".repeat(21))))
                .containsExactly("/description description.too-many-mentions");
    }

    @Test
    void allThatIsWrongIsFoundAtOnceAndCuttingIsOffered() {
        Composition composed = PostText.compose(
                FourPlatforms.youtube(), new ClipText("", "<".repeat(5001), List.of("a", " ", "<"), false));

        assertThat(errors(composed))
                .containsExactlyInAnyOrder(
                        "/title title.missing",
                        "/description description.too-long",
                        "/description description.forbidden-character",
                        "/tags/1 tag.blank",
                        "/tags/2 tag.forbidden-character");
        assertThat(composed).isInstanceOfSatisfying(Unfitting.class, unfitting -> assertThat(
                        unfitting.findings().get(1).error())
                .satisfies(error ->
                        assertThat(error.detail()).isEqualTo("The description has 5001 bytes; YouTube takes 5000."))
                .satisfies(error -> assertThat(error.fix()).contains("by 1.", "\"truncate\" to \"true\"")));
    }

    @Test
    void aComposedTextIsNamedWithItsPartsAndPointsToTheLongest() {
        Composition composed =
                PostText.compose(FourPlatforms.tiktok(), new ClipText("t", "x".repeat(2199), List.of("sun"), false));

        assertThat(((Unfitting) composed).findings())
                .containsExactly(new TextFinding.TooLong(
                        TextPart.DESCRIPTION,
                        "The title (title, description, tags)",
                        "TikTok",
                        2200,
                        2208,
                        LengthUnit.UTF_16_UNITS,
                        false));
    }

    @Test
    void aFieldThatThePlatformDoesNotHaveIsAnErrorOfTheProgram() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitting(FourPlatforms.youtube(), titled("t")).field("caption"))
                .withMessageContaining("[title, description]");
    }

    private static ClipText titled(String title) {
        return new ClipText(title, "", List.of(), false);
    }

    private static ClipText described(String description) {
        return new ClipText("t", description, List.of(), false);
    }

    private static ClipText tagged(List<String> tags) {
        return new ClipText("t", "", tags, false);
    }

    private static String caption(String title, String description, List<String> tags) {
        return fitting(FourPlatforms.instagram(), new ClipText(title, description, tags, false))
                .field("caption");
    }

    private static Fitting fitting(PlatformDescriptor platform, ClipText clip) {
        return (Fitting) PostText.compose(platform, clip);
    }

    private static List<String> errors(PlatformDescriptor platform, ClipText clip) {
        return errors(PostText.compose(platform, clip));
    }

    private static List<String> errors(Composition composed) {
        return switch (composed) {
            case Fitting fitting -> List.of();
            case Unfitting unfitting ->
                unfitting.findings().stream()
                        .map(TextFinding::error)
                        .map(error -> error.pointer() + " " + error.code())
                        .toList();
        };
    }
}
