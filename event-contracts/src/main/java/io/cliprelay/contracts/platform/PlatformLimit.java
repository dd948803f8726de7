package io.cliprelay.contracts.platform;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much a platform allows in a span of time: any of the length {@code rolling}, or each day in the zone
 * {@code dailyIn}. Just one of the two is there.
 *
 * @param name unique in its platform, stable
 * @param scope who shares it
 * @param amount what may be used in one span, in a unit of the platform's
 * @param perUpload how much of it an upload uses that goes well; 0 where that is not known
 */
public record PlatformLimit(
        String name, Scope scope, long amount, long perUpload, Optional<Duration> rolling, Optional<ZoneId> dailyIn) {

    public PlatformLimit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        rolling = rolling == null ? Optional.empty() : rolling;
        dailyIn = dailyIn == null ? Optional.empty() : dailyIn;
        if (rolling.isPresent() == dailyIn.isPresent()) {
            throw new IllegalArgumentException("limit %s needs one span: rolling, or daily in a zone".formatted(name));
        }
        if (amount < 0 || perUpload < 0) {
            throw new IllegalArgumentException("the amounts of limit %s must not be negative".formatted(name));
        }
    }

    /** Who shares a limit. */
    public enum Scope {
        /** All accounts of the installation's client. */
        @JsonProperty("app")
        APP,
        /** Each account has its own. */
        @JsonProperty("account")
        ACCOUNT
    }

    /** What allows more uploads in one span is not planned by: it would cost too much to count them. */
    public static final long MOST_PLANNED = 1000;

    /** What is counted in less is a matter of pace and not of planning. */
    public static final Duration SHORTEST_PLANNED = Duration.ofHours(1);

    /** Whether uploads are planned by it: it counts uploads, over hours, and few enough. */
    public boolean canBePlannedBy() {
        return perUpload > 0
                && uploads() <= MOST_PLANNED
                && rolling.map(length -> length.compareTo(SHORTEST_PLANNED) >= 0)
                        .orElse(true);
    }

    /** How many uploads it allows in one span; as many as one likes where an upload uses none of it. */
    public long uploads() {
        return perUpload == 0 ? Long.MAX_VALUE : amount / perUpload;
    }
}
