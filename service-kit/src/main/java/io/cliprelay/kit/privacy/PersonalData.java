package io.cliprelay.kit.privacy;

import java.util.regex.Pattern;

/** Knows what in a text may tell of a person; plain functions. */
final class PersonalData {

    /** What stands in its place. */
    static final String LEFT_OUT = "[left out]";

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("(?<![\\d.])\\d{1,3}(\\.\\d{1,3}){3}(?![\\d.]*\\d)");
    /** Addresses of version 6; eight groups, or fewer around a double colon, so that no time of day is one. */
    private static final Pattern GROUPS = Pattern.compile(
            "(?i)(?<![\\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:)*[0-9a-f]{0,4}::(?:[0-9a-f]{1,4}:)*[0-9a-f]{0,4})(?![\\w:])");

    /** The host tells which platform it is; what follows, whose post or file. */
    private static final Pattern WEB = Pattern.compile("(https?://)(?:[^/\\s\"'@]*@)?([^/\\s\"'?]+)[/?][^\\s\"'<>)]*");

    private static final Pattern FILE = Pattern.compile("\\b(file:|s3:)/[^\\s\"'<>)]*");

    /** Sentences go on after the word with one of these, or tell the account's name. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "\\b([Aa]ccount) (?!(?:of|is|are|has|have|for|to|needs|must|may|was|and|or|that|which|in|at|on|with|from)\\b)"
                    + "(?![0-9a-f]{8}-[0-9a-f]{4}-)[^\\s:;,\"]+");

    private PersonalData() {}

    /** The text without them. */
    static String leftOutOf(String text) {
        String rest = WEB.matcher(text).replaceAll("$1$2/" + LEFT_OUT);
        rest = FILE.matcher(rest).replaceAll("$1" + LEFT_OUT);
        rest = MAIL.matcher(rest).replaceAll(LEFT_OUT);
        rest = FOUR_NUMBERS.matcher(rest).replaceAll(LEFT_OUT);
        rest = GROUPS.matcher(rest).replaceAll(LEFT_OUT);
        return ACCOUNT.matcher(rest).replaceAll("$1 " + LEFT_OUT);
    }
}
