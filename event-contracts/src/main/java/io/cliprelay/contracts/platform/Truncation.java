package io.cliprelay.contracts.platform;

import java.util.ArrayList;
import java.util.List;

/** Cuts a field to its limits, where its target lets it be cut; plain functions. */
final class Truncation {

    private static final TextPiece ELLIPSIS = new TextPiece(TextPiece.Kind.OTHER, "…");

    private Truncation() {}

    /**
     * The draft without what is too much of it: hashtags where they may go, the last first, then the end of its last
     * text, then of the one before. It is still too long where cutting does not help.
     */
    static FieldDraft of(FieldDraft draft) {
        FieldDraft cut = cut(draft);
        // A required text of which not one piece has room is too long, rather than missing.
        return cut.field().rule().required() && cut.text().isBlank() ? draft : cut;
    }

    private static FieldDraft cut(FieldDraft draft) {
        FieldDraft cut = withoutHashtags(draft);
        for (TextPart part : draft.field().parts().reversed()) {
            if (cut.excess() > 0 && part != TextPart.HASHTAGS) {
                cut = cut.with(part, shortened(cut, part));
            }
        }
        return cut;
    }

    /** As many hashtags as have room. One more never makes a text shorter, so the number is found by halving. */
    private static FieldDraft withoutHashtags(FieldDraft draft) {
        return tooMuch(draft) && droppable(draft)
                ? kept(draft, Halving.most(draft.hashtags().size(), count -> !tooMuch(kept(draft, count))))
                : draft;
    }

    private static FieldDraft kept(FieldDraft draft, int count) {
        return draft.with(draft.hashtags().subList(0, count));
    }

    private static boolean tooMuch(FieldDraft draft) {
        int most = draft.field().hashtags().flatMap(HashtagRule::maxCount).orElse(Integer.MAX_VALUE);
        return draft.excess() > 0 || draft.hashtagCount() > most;
    }

    private static boolean droppable(FieldDraft draft) {
        return !draft.hashtags().isEmpty()
                && draft.field().hashtags().orElseThrow().droppable();
    }

    /** As many pieces of the part as there is room for, with an ellipsis behind them; none where not one has room. */
    private static List<TextPiece> shortened(FieldDraft draft, TextPart part) {
        List<TextPiece> pieces = draft.texts().get(part);
        int room = -draft.with(part, List.of(ELLIPSIS)).excess();
        int count = fitting(pieces, draft.field(), room);
        List<TextPiece> kept = withoutTrailingSpace(pieces.subList(0, wordBoundary(pieces, count)));
        if (kept.isEmpty()) {
            return List.of();
        }
        List<TextPiece> cut = new ArrayList<>(kept);
        cut.add(ELLIPSIS);
        return cut;
    }

    private static int fitting(List<TextPiece> pieces, PostField field, int room) {
        int left = room;
        int count = 0;
        while (count < pieces.size()) {
            left -= field.rule().unit().lengthOf(pieces.get(count).in(field));
            if (left < 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    /** The end of the last whole word, unless that costs more than half; scripts without spaces are cut anywhere. */
    private static int wordBoundary(List<TextPiece> pieces, int count) {
        for (int end = count; end > 0 && 2 * end >= count; end--) {
            if (end < pieces.size() && pieces.get(end).is(TextPiece.Kind.SPACE)) {
                return end;
            }
        }
        return count;
    }

    private static List<TextPiece> withoutTrailingSpace(List<TextPiece> pieces) {
        int end = pieces.size();
        while (end > 0 && pieces.get(end - 1).is(TextPiece.Kind.SPACE)) {
            end--;
        }
        return pieces.subList(0, end);
    }
}
