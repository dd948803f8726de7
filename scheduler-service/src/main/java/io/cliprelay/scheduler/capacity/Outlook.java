package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a platform's worker has to do from now on.
 *
 * @param running how many uploads are under way
 * @param overdue what is due already and not under way
 * @param slot how long each stretch of time is; more than zero
 * @param planned what comes due, one slot after the other, the first beginning now
 */
public record Outlook(long running, Load overdue, Duration slot, List<Load> planned) {

    public Outlook {
        Objects.requireNonNull(overdue, "overdue");
        if (!slot.isPositive()) {
            throw new IllegalArgumentException("slot of " + slot);
        }
        planned = List.copyOf(planned);
    }

    /** All that is or comes due. */
    public Load all() {
        return planned.stream().reduce(overdue, Load::and);
    }
}
