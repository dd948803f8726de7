package io.cliprelay.gateway.submission.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.clip.SlotChoice;
import io.cliprelay.contracts.clip.WallTime;

/**
 * When a target is to go out.
 *
 * @param dueAt not before; of a target in a slot, the submission until its slot is known
 * @param wallTime what the user meant by it; empty where that was an instant
 * @param slot which of the account's slots is wanted
 * @param afterFirst how long after the first target's success, where it waits for that
 */
public record Timing(
        Instant dueAt, Optional<WallTime> wallTime, Optional<SlotChoice> slot, Optional<Duration> afterFirst) {

    public Timing {
        // What PostgreSQL can keep, so that all who keep it have the same instant.
        dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(wallTime, "wallTime");
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(afterFirst, "afterFirst");
    }

    /** At an instant. */
    public static Timing at(Instant dueAt) {
        return new Timing(dueAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Timing at(WallTime time) {
        return new Timing(time.instant(), Optional.of(time), Optional.empty(), Optional.empty());
    }

    static Timing in(SlotChoice slot, Instant submittedAt) {
        return new Timing(submittedAt, Optional.empty(), Optional.of(slot), Optional.empty());
    }

    /** Later by {@code offset}: by the same zone's clock, as far as that says which instant is meant. */
    Timing later(Duration offset) {
        Instant later = dueAt.plus(offset);
        return offset.isZero()
                ? this
                : new Timing(later, wallTime.flatMap(time -> WallTime.of(later, time.zone())), slot, afterFirst);
    }

    Timing afterFirst(Duration gap) {
        return new Timing(dueAt, wallTime, slot, Optional.of(gap));
    }

    /** In the slot that was found for it. */
    public Timing inSlot(Instant instant) {
        return new Timing(instant, wallTime, slot, afterFirst);
    }
}
