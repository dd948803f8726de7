package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The slots of an account, or of all accounts that have none of their own.
 *
 * @param accountId absent for the slots of all
 * @param next the instants to come, free or not, the next first
 */
@Schema(name = "SlotPlan")
@JsonIgnoreProperties(ignoreUnknown = true)
public record SlotPlan(Optional<UUID> accountId, List<Slot> slots, List<Instant> next) {

    public SlotPlan {
        accountId = accountId == null ? Optional.empty() : accountId;
        slots = List.copyOf(slots);
        next = List.copyOf(next);
    }
}
