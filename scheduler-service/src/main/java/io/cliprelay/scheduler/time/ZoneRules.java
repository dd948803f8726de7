package io.cliprelay.scheduler.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.upload.UploadFailure.Reason;

/** What other rules of zones do to a plan; a plain decision. */
public final class ZoneRules {

    private ZoneRules() {}

    /** Where a new upload goes by the rules that this process has: its submitter's process may have had others. */
    public static Placement placed(PlannedUpload upload) {
        Placement asPlanned = Placement.asPlanned(upload);
        return upload.wallTime()
                .map(WallTime::instant)
                .filter(instant -> !instant.equals(upload.dueAt()))
                .map(instant -> asPlanned.moved(instant, otherRules()))
                .orElse(asPlanned);
    }

    /** Why something moves. */
    public static Reason otherRules() {
        return new Reason(
                "zone-rules.changed",
                "The rules of its zone changed: the time it is to go out at is another instant by version %s."
                        .formatted(WallTime.rules()),
                "Nothing to do; it goes out when the clock on the wall shows its time.");
    }

    /**
     * The instant that a stored time means by the rules of today; empty where that is {@code dueAt} already, or where
     * the zone is not known any more.
     *
     * @param wallTime a date and time, as ISO 8601 has it
     * @param zone an IANA zone
     */
    public static Optional<Instant> moved(String wallTime, String zone, Instant dueAt) {
        try {
            WallTime meant = new WallTime(LocalDateTime.parse(wallTime), ZoneId.of(zone));
            return Optional.of(meant.instant()).filter(instant -> !instant.equals(dueAt));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
