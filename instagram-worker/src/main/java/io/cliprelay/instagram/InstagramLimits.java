package io.cliprelay.instagram;

import java.time.Duration;
import java.util.List;

import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

/**
 * What Instagram allows an account within 24 hours (developers.facebook.com/docs/instagram-platform/content-publishing).
 * Of the posts the documents say 50 here and 100 there; {@code content_publishing_limit} names the account's own number
 * ({@link Quota}). How many calls there may be depends on how often the account is looked at, which nobody can count here.
 */
final class InstagramLimits {

    static final String PUBLISHES = "publishes";
    static final String CONTAINERS = "containers";

    /** A call is counted here when it leaves and there when it has arrived, which it does within a minute or never. */
    private static final Window DAY = new Window.Rolling(Duration.ofHours(24).plusMinutes(1));

    private InstagramLimits() {}

    static List<Limit> all() {
        return List.of(
                new Limit(PUBLISHES, Limit.Scope.ACCOUNT, DAY, 50),
                new Limit(CONTAINERS, Limit.Scope.ACCOUNT, DAY, 400));
    }

    static List<Charge> of(Call call) {
        return switch (call) {
            case OPEN -> List.of(new Charge(CONTAINERS, 1));
            case PUBLISH -> List.of(new Charge(PUBLISHES, 1));
            case STATUS, SEND, FINISH, FIND, INSPECT, COMPLETE -> List.of();
        };
    }
}
