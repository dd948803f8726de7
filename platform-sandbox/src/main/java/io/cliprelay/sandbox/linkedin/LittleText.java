package io.cliprelay.sandbox.linkedin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of {@code commentary}
 * (learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format). A reserved character that is
 * neither escaped nor part of a hashtag or mention ends the text, and LinkedIn says nothing of it.
 */
final class LittleText {

    /** A hashtag by template or plain, a mention, an escape, or any character that stands for itself. */
    private static final Pattern NEXT = Pattern.compile("\\{hashtag\\|\\\\#\\|([^|{}]+)}"
            + "|#([\\p{L}\\p{N}_]+)"
            + "|@\\[([^\\]]+)]\\(urn:li:\\w+:\\w+\\)"
            + "|\\\\([|{}\\[\\]()<>@#*_~\\\\])"
            + "|([^|{}\\[\\]()<>@#*_~\\\\])");

    private LittleText() {}

    /** What people see of it. */
    static String shown(String commentary) {
        var shown = new StringBuilder();
        Matcher next = NEXT.matcher(commentary);
        int at = 0;
        while (at < commentary.length() && next.find(at) && next.start() == at) {
            shown.append(shown(next));
            at = next.end();
        }
        return shown.toString();
    }

    private static String shown(Matcher next) {
        if (next.group(1) != null) {
            return "#" + next.group(1);
        }
        if (next.group(2) != null) {
            return "#" + next.group(2);
        }
        return next.group(3) != null ? next.group(3) : next.group(4) != null ? next.group(4) : next.group(5);
    }
}
