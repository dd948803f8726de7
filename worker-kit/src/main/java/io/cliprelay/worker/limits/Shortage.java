package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.Window;

/** How a budget without room is told: a call that was not made. */
final class Shortage {

    /** A shorter window is a matter of speed, a longer one of quota. */
    private static final Duration QUOTA = Duration.ofHours(1);

    private Shortage() {}

    /** The call was not made: {@code allowed} are used up, and there is room at {@code until}. */
    static UploadException of(Limit limit, long allowed, Instant until) {
        UploadFailure.Reason reason = new UploadFailure.Reason(
                "budget." + limit.name(),
                "Limit %s of %s allows %d %s, and they are used up until %s"
                        .formatted(limit.name(), owner(limit), allowed, span(limit.window()), until),
                "Nothing to do: it goes on then. An operator who was granted more can set "
                        + "cliprelay.worker.limits.amounts." + limit.name() + ".");
        return UploadException.withheld(
                isQuota(limit.window())
                        ? new UploadFailure.QuotaExhausted(reason, until)
                        : new UploadFailure.RateLimited(reason, Optional.of(until)));
    }

    private static boolean isQuota(Window window) {
        return switch (window) {
            case Window.Rolling rolling -> rolling.length().compareTo(QUOTA) >= 0;
            case Window.Daily daily -> true;
        };
    }

    private static String owner(Limit limit) {
        return switch (limit.scope()) {
            case APP -> "this installation";
            case ACCOUNT -> "the account";
        };
    }

    private static String span(Window window) {
        return switch (window) {
            case Window.Rolling rolling -> "in any " + rolling.length();
            case Window.Daily daily -> "a day in " + daily.zone();
        };
    }
}
