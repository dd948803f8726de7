package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.Objects;
import java.util.Optional;

/**
 * A date and time as the clock on a wall shows it: what a user meant, whatever becomes of the zone's rules.
 *
 * <p>Where the clocks go forward and the time does not exist, it means the instant later by the length of the gap: half
 * past two is half past three on that day, as long after midnight as on any other. Where they go back and the time exists
 * twice, it means the first of the two: nothing goes out later than the user may have meant, and what was to go out
 * before it still does.
 *
 * @param zone an IANA zone, such as {@code Europe/Berlin}; a fixed offset is one whose rules never change
 */
public record WallTime(LocalDateTime local, ZoneId zone) {

    public WallTime {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(zone, "zone");
    }

    /** What an instant is called in a zone; empty where its name means an earlier one: the second of two. */
    public static Optional<WallTime> of(Instant instant, ZoneId zone) {
        return Optional.of(new WallTime(LocalDateTime.ofInstant(instant, zone), zone))
                .filter(named -> named.instant().equals(instant));
    }

    /** The instant that is meant, by the rules of zones that this process has. */
    public Instant instant() {
        return ZonedDateTime.of(local, zone).toInstant();
    }

    /** The version of the rules of zones that this process has, such as {@code 2026a}. */
    public static String rules() {
        return ZoneRulesProvider.getVersions("Europe/Berlin").lastKey();
    }
}
