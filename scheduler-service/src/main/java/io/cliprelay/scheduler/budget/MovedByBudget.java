package io.cliprelay.scheduler.budget;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.scheduler.time.Placement;

/** What a forecast does to a plan: an upload is moved to where there is room, rather than refused when it is due. */
public final class MovedByBudget {

    private MovedByBudget() {}

    /** Where the upload goes; what will not fit stays, since others may be cancelled before its time. */
    public static Placement of(Placement placement, Forecast forecast) {
        return switch (forecast) {
            case Forecast.Fits fits -> placement;
            case Forecast.Moves moves -> placement.moved(moves.to(), reason(moves.limit()));
            case Forecast.WillNotFit not -> placement;
        };
    }

    /** Why there is no room. */
    static Reason reason(PlatformLimit limit) {
        return new Reason(
                "quota." + limit.name(),
                "The %d uploads that the platform allows %s %s are planned already."
                        .formatted(limit.uploads(), whom(limit), span(limit)),
                "Nothing to do; it goes out when there is room.");
    }

    private static String whom(PlatformLimit limit) {
        return switch (limit.scope()) {
            case APP -> "this installation";
            case ACCOUNT -> "the account";
        };
    }

    private static String span(PlatformLimit limit) {
        return limit.dailyIn()
                .map(zone -> "a day in " + zone)
                .or(() -> limit.rolling().map(length -> "in any " + length))
                .orElseThrow();
    }
}
