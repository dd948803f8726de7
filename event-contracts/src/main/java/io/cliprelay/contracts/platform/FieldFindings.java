package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a composed field; plain functions. */
final class FieldFindings {

    private FieldFindings() {}

    /**
     * All that is wrong with a field.
     *
     * @param platform its name for people
     */
    static List<TextFinding> of(FieldDraft draft, ClipText clip, String platform) {
        return Stream.of(
                        missing(draft).stream(),
                        tooLong(draft, clip, platform).stream(),
                        forbidden(draft, clip, platform),
                        tooManyHashtags(draft, platform).stream(),
                        tooManyMentions(draft, platform).stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static Optional<TextFinding> missing(FieldDraft draft) {
        return draft.field().rule().required() && draft.text().isBlank()
                ? Optional.of(new TextFinding.Missing(draft.field().parts().getFirst()))
                : Optional.empty();
    }

    private static Optional<TextFinding> tooLong(FieldDraft draft, ClipText clip, String platform) {
        TextRule rule = draft.field().rule();
        return draft.excess() > 0
                ? Optional.of(new TextFinding.TooLong(
                        draft.longest(),
                        named(draft.field()),
                        platform,
                        rule.maxLength(),
                        draft.length(),
                        rule.unit(),
                        clip.truncate()))
                : Optional.empty();
    }

    private static String named(PostField field) {
        String parts = field.parts().stream().map(TextPart::source).collect(Collectors.joining(", "));
        return field.parts().size() == 1 ? "The " + parts : "The %s (%s)".formatted(field.name(), parts);
    }

    private static Stream<TextFinding> forbidden(FieldDraft draft, ClipText clip, String platform) {
        String characters = draft.field().rule().forbiddenCharacters();
        return draft.texts().keySet().stream()
                .flatMap(part -> forbidden(clip.of(part), characters)
                        .map(found -> new TextFinding.Forbidden(part.pointer(), part.source(), found, platform))
                        .stream());
    }

    /** The first of {@code characters} that {@code text} holds. */
    static Optional<String> forbidden(String text, String characters) {
        return characters
                .codePoints()
                .filter(character -> text.indexOf(character) >= 0)
                .mapToObj(Character::toString)
                .findFirst();
    }

    private static Optional<TextFinding> tooManyHashtags(FieldDraft draft, String platform) {
        int actual = draft.hashtagCount();
        return draft.field()
                .hashtags()
                .flatMap(HashtagRule::maxCount)
                .filter(most -> actual > most)
                .map(most -> new TextFinding.TooMany(
                        draft.hashtags().isEmpty() ? partWith(draft, TextPiece.Kind.HASHTAG) : TextPart.HASHTAGS,
                        "hashtags",
                        draft.field().name(),
                        platform,
                        most,
                        actual));
    }

    private static Optional<TextFinding> tooManyMentions(FieldDraft draft, String platform) {
        int actual = (int) draft.pieces(TextPiece.Kind.MENTION).count();
        return draft.field()
                .maxMentions()
                .filter(most -> actual > most)
                .map(most -> new TextFinding.TooMany(
                        partWith(draft, TextPiece.Kind.MENTION),
                        "mentions",
                        draft.field().name(),
                        platform,
                        most,
                        actual));
    }

    /** The text with most of that kind. */
    private static TextPart partWith(FieldDraft draft, TextPiece.Kind kind) {
        return draft.texts().keySet().stream()
                .max((one, other) -> Long.compare(count(draft, one, kind), count(draft, other, kind)))
                .orElse(draft.field().parts().getFirst());
    }

    private static long count(FieldDraft draft, TextPart part, TextPiece.Kind kind) {
        return draft.texts().get(part).stream().filter(piece -> piece.is(kind)).count();
    }
}
