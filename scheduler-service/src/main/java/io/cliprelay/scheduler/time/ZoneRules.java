package io.cliprelay.scheduler.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import io.cliprelay.contracts.clip.WallTime;

/** What other rules of zones do to a plan; a plain decision. */
public final class ZoneRules {

    private ZoneRules() {}

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
