package io.cliprelay.contracts.platform;

import java.util.Map;

/** The options that targets have on every platform. */
public final class CommonOptions {

    /** Whether text that is too long may be cut. */
    public static final String TRUNCATE = "truncate";

    /** Whether the post is made public, or left for a person to finish. */
    public static final String AUTO_PUBLISH = "auto-publish";

    static final Map<String, OptionRule> ALL = Map.of(
            TRUNCATE,
            OptionRule.flag("true where text that is too long may be cut; an error where absent or false."),
            AUTO_PUBLISH,
            OptionRule.flag("false to prepare the post, but not to publish it; as the worker is set where absent."));

    private CommonOptions() {}

    /** Whether a target with these options lets its text be cut. */
    public static boolean truncates(Map<String, String> options) {
        return "true".equals(options.get(TRUNCATE));
    }
}
