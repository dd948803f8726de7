package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time that comes again, by the clock on a wall. Nothing is checked here, so that one answer can name all that is
 * wrong with it.
 *
 * @param days of the week: {@code MONDAY}
 * @param time such as {@code 18:00}
 * @param zone an IANA zone, such as {@code Europe/Berlin}
 */
@Schema(name = "Slot")
public record Slot(List<String> days, Optional<String> time, Optional<String> zone) {

    public Slot {
        days = days == null ? List.of() : List.copyOf(days);
        time = time == null ? Optional.empty() : time;
        zone = zone == null ? Optional.empty() : zone;
    }
}
