package io.cliprelay.linkedin;

import java.time.ZoneOffset;
import java.util.List;

import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

/**
 * How many versioned calls LinkedIn takes in a day, which begins at midnight UTC
 * (learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/share-on-linkedin). Each request is one, also one
 * that only asks; the parts of a video are none. How many a step makes depends on the answers, so that {@link Rest} takes
 * them one by one.
 */
final class LinkedInLimits {

    static final String OF_MEMBER = "member-calls";
    static final String OF_APP = "app-calls";

    /** What each request is charged with. */
    static final List<Charge> CALL = List.of(new Charge(OF_MEMBER, 1), new Charge(OF_APP, 1));

    /** Fewer are about none: other programs may use the same member's. */
    private static final long ABOUT_NONE = 15;

    private LinkedInLimits() {}

    static List<Limit> all() {
        Window day = new Window.Daily(ZoneOffset.UTC);
        return List.of(
                new Limit(OF_MEMBER, Limit.Scope.ACCOUNT, day, 150), new Limit(OF_APP, Limit.Scope.APP, day, 100_000));
    }

    /** Whether a throttle is likely the day's, by what is left of it by our own count. */
    static boolean areAboutUsedUp(long left) {
        return left < ABOUT_NONE;
    }
}
