package io.cliprelay.scheduler.slot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The slots of an account, or of all that have none of their own.
 *
 * @param accountId absent for the slots of all
 * @param next the instants to come, free or not, the next first
 */
public record SlotPlanView(Optional<UUID> accountId, List<Slot> slots, List<Instant> next) {

    static SlotPlanView of(Slots.Plan plan, Instant now, int count) {
        return new SlotPlanView(
                Optional.of(plan.accountId()).filter(id -> !id.equals(Slots.ALL)),
                plan.slots(),
                new SlotCalendar(plan.slots()).preview(now, count));
    }
}
