package io.cliprelay.contracts.platform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field in the making.
 *
 * @param texts the pieces of each text in the field
 * @param hashtags the words of those that are made of the tags
 */
record FieldDraft(PostField field, Map<TextPart, List<TextPiece>> texts, List<String> hashtags) {

    static FieldDraft of(PostField field, ClipText clip) {
        Map<TextPart, List<TextPiece>> texts = new EnumMap<>(TextPart.class);
        field.parts().stream()
                .filter(part -> part != TextPart.HASHTAGS)
                .forEach(part -> texts.put(part, TextPiece.of(clip.of(part))));
        FieldDraft written = new FieldDraft(field, texts, List.of());
        return field.parts().contains(TextPart.HASHTAGS)
                ? written.with(Hashtags.of(
                        clip.tags(),
                        field.hashtags().orElseThrow(),
                        written.pieces(TextPiece.Kind.HASHTAG).map(TextPiece::text)))
                : written;
    }

    FieldDraft with(List<String> others) {
        return new FieldDraft(field, texts, others);
    }

    FieldDraft with(TextPart part, List<TextPiece> pieces) {
        Map<TextPart, List<TextPiece>> changed = new EnumMap<>(texts);
        changed.put(part, pieces);
        return new FieldDraft(field, changed, hashtags);
    }

    /** Those of one kind, in all its texts. */
    Stream<TextPiece> pieces(TextPiece.Kind kind) {
        return texts.values().stream().flatMap(List::stream).filter(piece -> piece.is(kind));
    }

    /** The text as it would be sent. */
    String text() {
        return field.parts().stream()
                .map(this::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(field.separator()));
    }

    int length() {
        return field.rule().unit().lengthOf(text());
    }

    int excess() {
        return length() - field.rule().maxLength();
    }

    /** How many hashtags it has, whether written or made. */
    int hashtagCount() {
        return (int) pieces(TextPiece.Kind.HASHTAG).count() + hashtags.size();
    }

    /** The part with the largest share; the first of equals. */
    TextPart longest() {
        TextPart longest = field.parts().getFirst();
        for (TextPart part : field.parts()) {
            if (length(part) > length(longest)) {
                longest = part;
            }
        }
        return longest;
    }

    private int length(TextPart part) {
        return field.rule().unit().lengthOf(text(part));
    }

    private String text(TextPart part) {
        return switch (part) {
            case TITLE, DESCRIPTION ->
                texts.get(part).stream().map(piece -> piece.in(field)).collect(Collectors.joining());
            case HASHTAGS -> hashtags.stream().map(this::hashtag).collect(Collectors.joining(" "));
        };
    }

    private String hashtag(String word) {
        return field.hashtags().orElseThrow().written(field.escaped(word));
    }
}
