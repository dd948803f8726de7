package io.cliprelay.youtube;

import java.time.ZoneId;
import java.util.List;

import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

/**
 * What YouTube allows a project, with all its channels, in a day (developers.google.com/youtube/v3/determine_quota_cost):
 * a bucket of uploads, and units for all else. Whether an upload is counted when its session is opened or when it is
 * complete is not documented; here it is when a session is opened. No limit of a channel is published: YouTube says when
 * it is reached.
 */
final class YouTubeLimits {

    static final String UPLOADS = "uploads";
    static final String UNITS = "units";

    /** Days begin at midnight there. */
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    /** A {@code list}, and each page of one. */
    static final List<Charge> LIST = List.of(new Charge(UNITS, 1));

    static final List<Charge> THUMBNAIL = List.of(new Charge(UNITS, 50));

    private YouTubeLimits() {}

    static List<Limit> all() {
        Window day = new Window.Daily(PACIFIC);
        return List.of(new Limit(UPLOADS, Limit.Scope.APP, day, 100), new Limit(UNITS, Limit.Scope.APP, day, 10_000));
    }

    static List<Charge> of(Call call) {
        return switch (call) {
            case OPEN -> List.of(new Charge(UPLOADS, 1));
            case INSPECT -> LIST;
            // Neither bytes nor questions about a session have a price; how many pages are looked through, and whether
            // there is a thumbnail, only the calls themselves know.
            case STATUS, SEND, FINISH, PUBLISH, FIND, COMPLETE -> List.of();
        };
    }
}
