package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.cliprelay.contracts.platform.Composition.Fitting;
import io.cliprelay.contracts.platform.Composition.Unfitting;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for all texts, whatever their length, script and rule. */
class PostTextPropertyTest {

    private static final int TRIES = 500;
    private static final Pattern LITTLE_TEXT = Pattern.compile(
            "(?:[^|{}\\[\\]()<>@#*_~\\\\]|\\\\[|{}\\[\\]()<>@#*_~\\\\]"
                    + "|\\{hashtag\\|\\\\#\\|(?:[^|{}\\[\\]()<>@#*_~\\\\]|\\\\_)+})*",
            Pattern.DOTALL);

    @Property(tries = TRIES)
    void whatFitsIsNeverLongerThanItsLimit(@ForAll("fields") PostField field, @ForAll("clips") ClipText clip) {
        if (PostText.compose(FourPlatforms.with(field), clip) instanceof Fitting fitting) {
            assertThat(field.rule().unit().lengthOf(fitting.field("text")))
                    .isLessThanOrEqualTo(field.rule().maxLength());
        }
    }

    @Property(tries = TRIES)
    void whatMayBeCutAlwaysFits(@ForAll("fields") PostField field, @ForAll("clips") ClipText clip) {
        assertThat(PostText.compose(FourPlatforms.with(field), cuttable(clip))).isInstanceOf(Fitting.class);
    }

    @Property(tries = TRIES)
    void noCodePointIsSplit(@ForAll("fields") PostField field, @ForAll("clips") ClipText clip) {
        assertThat(composed(field, cuttable(clip)).chars().filter(unit -> Character.isSurrogate((char) unit)))
                .as("surrogates come in pairs")
                .hasSize((int) composed(field, cuttable(clip))
                                .codePoints()
                                .filter(Character::isSupplementaryCodePoint)
                                .count()
                        * 2);
    }

    @Property(tries = TRIES)
    void noEscapeAndNoTemplateIsSplit(@ForAll("clips") ClipText clip, @ForAll("limits") int limit) {
        PostField little = FourPlatforms.linkedin().fields().getFirst();
        PostField field = new PostField(
                "text",
                little.parts(),
                little.separator(),
                new TextRule(false, limit, LengthUnit.CHARACTERS, ""),
                little.escapedCharacters(),
                little.hashtags(),
                Optional.empty());

        assertThat(composed(field, cuttable(clip))).matches(LITTLE_TEXT);
    }

    @Property(tries = TRIES)
    void whatFitsUncutIsTheSameWhereItMayBeCut(@ForAll("fields") PostField field, @ForAll("clips") ClipText clip) {
        Composition uncut = PostText.compose(FourPlatforms.with(field), clip);
        Composition cut = PostText.compose(FourPlatforms.with(field), cuttable(clip));

        switch (uncut) {
            case Fitting fitting -> assertThat(cut).isEqualTo(fitting);
            case Unfitting unfitting -> assertThat(unfitting.findings()).isNotEmpty();
        }
    }

    @Property(tries = TRIES)
    void noHashtagIsSplit(@ForAll("clips") ClipText clip, @ForAll("limits") int limit) {
        String whole = composed(plain(1_000_000), clip);

        assertThat(hashtags(whole)).containsAll(hashtags(composed(plain(limit), cuttable(clip))));
    }

    private static PostField plain(int limit) {
        TextRule rule = new TextRule(false, limit, LengthUnit.CHARACTERS, "");
        return new PostField(
                "text",
                List.of(TextPart.values()),
                "\n\n",
                rule,
                "",
                Optional.of(HashtagRule.plain()),
                Optional.empty());
    }

    private static List<TextPiece> hashtags(String text) {
        return TextPiece.of(text).stream()
                .filter(piece -> piece.is(TextPiece.Kind.HASHTAG))
                .toList();
    }

    private static ClipText cuttable(ClipText clip) {
        return new ClipText(clip.title(), clip.description(), clip.tags(), true);
    }

    private static String composed(PostField field, ClipText clip) {
        return ((Fitting) PostText.compose(FourPlatforms.with(field), clip)).field("text");
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(0, 80);
    }

    @Provide
    Arbitrary<PostField> fields() {
        Arbitrary<TextRule> rules = Combinators.combine(limits(), Arbitraries.of(LengthUnit.class))
                .as((limit, unit) -> new TextRule(false, limit, unit, ""));
        Arbitrary<HashtagRule> hashtags =
                Arbitraries.of(HashtagRule.plain(), HashtagRule.plain().atMost(10));
        return Combinators.combine(rules, Arbitraries.of("", "#@(\\"), hashtags)
                .as((rule, escaped, hashtag) -> new PostField(
                        "text",
                        List.of(TextPart.values()),
                        "\n\n",
                        rule,
                        escaped,
                        Optional.of(hashtag),
                        Optional.empty()));
    }

    @Provide
    Arbitrary<ClipText> clips() {
        return Combinators.combine(
                        texts(0, 12), texts(0, 40), texts(0, 4).list().ofMaxSize(8))
                .as((title, description, tags) -> new ClipText(title, description, tags, false));
    }

    private static Arbitrary<String> texts(int least, int most) {
        return Arbitraries.of(
                        "a",
                        "Zoë",
                        "é",
                        "e\u0301",
                        "日",
                        "本",
                        "🏖",
                        "👩‍👩‍👧",
                        "👍🏽",
                        "🇮🇸",
                        "☀️",
                        " ",
                        "\n",
                        "#",
                        "#tag",
                        "#日本",
                        "@you",
                        "_",
                        "\\",
                        "(",
                        ")",
                        "{",
                        "|",
                        "https://a.example/b_(c)",
                        "हिन्दी",
                        ".",
                        "…")
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }
}
