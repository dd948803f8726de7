package io.cliprelay.instagram;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The errors of publishing by code and subcode (developers.facebook.com/docs/instagram-platform/instagram-graph-api
 * /reference/error-codes and /docs/graph-api/guides/error-handling, and what clients reported).
 */
final class ErrorTable {

    static final String AGAIN = "Nothing to do: it is tried again.";

    private static final String CONNECT = "Connect the account again.";
    private static final String SIGN_IN =
            "Sign in on www.instagram.com and follow what it says, then submit the clip again.";
    private static final String SCOPES = "Connect the account again and grant everything that is asked for.";
    private static final String PAUSE = "Instagram asks for a pause; it is tried again.";
    private static final String CHANGE = "Change what Instagram names and submit the clip again.";
    private static final String CAPTION = "Shorten the title, the description or the tags and submit the clip again.";
    private static final String ENCODE =
            "Encode the video anew: MP4 with H.264 and AAC, 23 to 60 frames per second, 3 seconds to 15 minutes, "
                    + "at most 300 MB.";
    private static final String HOST =
            "Offer the video under an https address that anybody can read, with HEAD and byte ranges.";
    private static final String COVER = "Give a JPEG of at most 8 MB as thumbnail, or none.";

    static final Row PASSING = new Row(Meaning.PASSING, AGAIN, false);
    static final Row UNKNOWN = new Row(Meaning.UNKNOWN, "Look at the account on Instagram, then decide.", false);

    private static final Map<String, Row> ROWS = new HashMap<>();
    private static final Map<String, Row> PROCESSING = new HashMap<>();

    static {
        tokens();
        limits();
        publishing();
        input();
        servers();
        processing();
    }

    private ErrorTable() {}

    /** What an error calls for. */
    enum Meaning {
        AUTH,
        RATE_LIMITED,
        QUOTA,
        BLOCKED,
        INPUT,
        PASSING,
        UNKNOWN
    }

    /**
     * One error.
     *
     * @param fix what the user can do
     * @param provesNothingPublished whether, as the answer to publishing, it says that nothing was published
     */
    record Row(Meaning meaning, String fix, boolean provesNothingPublished) {}

    /** The row of the code with its subcode, else that of the code alone: a subcode may change what the code means. */
    static Optional<Row> row(int code, Integer subcode) {
        return Optional.ofNullable(ROWS.get(code + "/" + subcode))
                .or(() -> Optional.ofNullable(ROWS.get(Integer.toString(code))))
                .or(() -> isPermission(code) ? Optional.of(sure(Meaning.AUTH, SCOPES)) : Optional.empty());
    }

    /** The row of a subcode that a failed container names; what is not listed may pass with a new container. */
    static Row ofProcessing(String subcode) {
        return PROCESSING.getOrDefault(subcode, PASSING);
    }

    static Set<String> names() {
        return Set.copyOf(ROWS.keySet());
    }

    private static boolean isPermission(int code) {
        return code >= 200 && code <= 299;
    }

    private static Row sure(Meaning meaning, String fix) {
        return new Row(meaning, fix, true);
    }

    private static void put(Row row, String... names) {
        for (String name : names) {
            ROWS.put(name, row);
        }
    }

    private static void tokens() {
        put(sure(Meaning.AUTH, CONNECT), "190", "190/458", "190/460", "190/463", "190/467", "190/492", "102");
        put(sure(Meaning.AUTH, SIGN_IN), "190/459", "190/464", "25", "25/2207050");
        put(sure(Meaning.AUTH, SCOPES), "10", "3");
        put(sure(Meaning.AUTH, "Instagram has blocked the account for a time; see there why."), "368");
    }

    private static void limits() {
        put(sure(Meaning.RATE_LIMITED, PAUSE), "4", "17", "32", "613", "341", "80002");
        put(sure(Meaning.QUOTA, "The account's posts of 24 hours are used up; it is tried again."), "9", "9/2207042");
    }

    private static void publishing() {
        put(
                new Row(Meaning.BLOCKED, "Look at the account on Instagram; it takes the post for spam.", false),
                "4/2207051");
        put(PASSING, "24", "24/2207006", "24/2207008", GraphErrors.UNKNOWN_OBJECT);
        put(sure(Meaning.PASSING, AGAIN), "-2/2207020", "9007", "9007/2207027");
    }

    private static void input() {
        put(
                sure(Meaning.INPUT, CHANGE),
                "100",
                "100/2207023",
                "100/2207028",
                "100/2207035",
                "100/2207036",
                "100/2207037",
                "100/2207081",
                "1/2207081",
                "1/2207057",
                "506",
                "803");
        put(sure(Meaning.INPUT, "Mention at most 20 people and submit the clip again."), "100/2207040");
        put(sure(Meaning.INPUT, ENCODE), "352", "352/2207026");
        put(sure(Meaning.INPUT, COVER), "36000", "36000/2207004", "36001", "36001/2207005", "36003", "36003/2207009");
        put(sure(Meaning.INPUT, CAPTION), "36004", "36004/2207010", "36004/2207040");
        put(sure(Meaning.INPUT, "It can only be deleted in the app."), "100/2207073");
        // An address that is wrong is as likely as one that could not be read for a moment.
        put(sure(Meaning.PASSING, HOST), "9004", "9004/2207052");
    }

    private static void servers() {
        put(PASSING, "1", "2", "-1", "-1/2207001", "-1/2207032", "-1/2207053", "-2", "-2/2207003");
    }

    private static void processing() {
        PROCESSING.put("2207026", sure(Meaning.INPUT, ENCODE));
        PROCESSING.put("2207077", sure(Meaning.INPUT, HOST));
        PROCESSING.put("2207057", sure(Meaning.INPUT, CHANGE));
        PROCESSING.put("2207052", sure(Meaning.PASSING, HOST));
        PROCESSING.put("2207010", sure(Meaning.INPUT, CAPTION));
        PROCESSING.put("2207040", sure(Meaning.INPUT, CAPTION));
        PROCESSING.put("2207004", sure(Meaning.INPUT, COVER));
        PROCESSING.put("2207005", sure(Meaning.INPUT, COVER));
        PROCESSING.put("2207009", sure(Meaning.INPUT, COVER));
    }
}
