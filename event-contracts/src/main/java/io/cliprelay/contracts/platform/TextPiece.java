package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a text is never cut within: a hashtag, a mention, a link, a white space, or a character as people see it, which
 * may be several code points.
 */
record TextPiece(Kind kind, String text) {

    enum Kind {
        HASHTAG,
        MENTION,
        SPACE,
        OTHER
    }

    /** What a hashtag may hold, joiners of Persian and Indian scripts included. */
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_\\x{200C}\\x{200D}]";

    private static final Pattern PIECE = Pattern.compile("(?<hashtag>(?<![\\p{L}\\p{M}\\p{N}_&/#])#" + WORD + "+)"
            + "|(?<mention>(?<![\\p{L}\\p{M}\\p{N}_.@])@[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_.]*[\\p{L}\\p{M}\\p{N}_])?)"
            + "|https?://\\S+"
            + "|(?<space>\\R|\\s)"
            + "|\\X");

    /** The pieces of {@code text}, which together are the text. */
    static List<TextPiece> of(String text) {
        return PIECE.matcher(text)
                .results()
                .map(found -> new TextPiece(kind(found), found.group()))
                .toList();
    }

    private static Kind kind(MatchResult found) {
        if (found.group("hashtag") != null) {
            return Kind.HASHTAG;
        }
        if (found.group("mention") != null) {
            return Kind.MENTION;
        }
        return found.group("space") == null ? Kind.OTHER : Kind.SPACE;
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** As it stands in the field. */
    String in(PostField field) {
        return is(Kind.HASHTAG) && field.hashtags().isPresent()
                ? field.hashtags().get().written(field.escaped(text.substring(1)))
                : field.escaped(text);
    }
}
