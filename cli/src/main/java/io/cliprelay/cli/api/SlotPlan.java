package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The slots of an account.
 *
 * @param accountId absent for the slots of all accounts that have none of their own
 * @param next the instants to come
 */
public record SlotPlan(Optional<UUID> accountId, List<Slot> slots, List<Instant> next) {

    public SlotPlan {
        accountId = accountId == null ? Optional.empty() : accountId;
        slots = slots == null ? List.of() : List.copyOf(slots);
        next = next == null ? List.of() : List.copyOf(next);
    }

    /** A time that comes again. */
    public record Slot(List<String> days, Optional<String> time, Optional<String> zone) {

        public Slot {
            days = days == null ? List.of() : List.copyOf(days);
        }

        /** As {@code slots set} takes it. */
        public String text() {
            List<String> names = days.stream()
                    .map(day -> day.substring(0, 3).toLowerCase(Locale.ROOT))
                    .toList();
            return "%s %s %s".formatted(String.join(",", names), time.orElse(""), zone.orElse(""));
        }
    }

    /** All slots of a tenant. */
    public record Page(List<SlotPlan> items) {
        public Page {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
