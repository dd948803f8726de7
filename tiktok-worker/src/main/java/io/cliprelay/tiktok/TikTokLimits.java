package io.cliprelay.tiktok;

import java.time.Duration;
import java.util.List;

import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

/**
 * How often TikTok may be called for one creator (the pages of the posting calls; the window slides,
 * developers.tiktok.com/docs/en/tiktok-api-v2-rate-limit). How many posts a creator may have in a day is no number that
 * TikTok promises; it says itself, before a post is begun, when they are used up.
 */
final class TikTokLimits {

    static final String BEGINNINGS = "beginnings";
    static final String CREATOR_INFOS = "creator-infos";
    static final String STATUSES = "statuses";

    /** A minute, and a little for the way. */
    private static final Window MINUTE = new Window.Rolling(Duration.ofSeconds(62));

    /** What a question for a publication is charged with. */
    static final List<Charge> STATUS = List.of(new Charge(STATUSES, 1));

    /** What a question for a creator is charged with. */
    static final List<Charge> CREATOR_INFO = List.of(new Charge(CREATOR_INFOS, 1));

    private TikTokLimits() {}

    static List<Limit> all() {
        return List.of(
                new Limit(BEGINNINGS, Limit.Scope.ACCOUNT, MINUTE, 6),
                new Limit(CREATOR_INFOS, Limit.Scope.ACCOUNT, MINUTE, 20),
                new Limit(STATUSES, Limit.Scope.ACCOUNT, MINUTE, 30));
    }

    static List<Charge> of(Call call) {
        return switch (call) {
            case OPEN -> List.of(new Charge(BEGINNINGS, 1));
            // Bytes are not counted, and videos may be asked for six hundred times. How often a publication or a
            // creator
            // is asked for depends on the answers: each question takes its own charge.
            case STATUS, SEND, FINISH, PUBLISH, FIND, INSPECT, COMPLETE -> List.of();
        };
    }
}
