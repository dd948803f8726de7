package io.cliprelay.scheduler.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.Predecessor;
import io.cliprelay.contracts.clip.SlotChoice;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.scheduler.Clips;

/** What is special about an upload. */
record Wishes(
        String platform,
        UUID account,
        Optional<WallTime> wallTime,
        Optional<SlotChoice> slot,
        Optional<Priority> priority,
        Optional<Instant> notAfter,
        Optional<Predecessor> after) {

    Wishes(String platform, UUID account) {
        this(
                platform,
                account,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Wishes on(String other) {
        return new Wishes(other, account, wallTime, slot, priority, notAfter, after);
    }

    Wishes of(UUID other) {
        return new Wishes(platform, other, wallTime, slot, priority, notAfter, after);
    }

    Wishes wallTime(WallTime time) {
        return new Wishes(platform, account, Optional.of(time), slot, priority, notAfter, after);
    }

    Wishes slot(SlotChoice choice) {
        return new Wishes(platform, account, wallTime, Optional.of(choice), priority, notAfter, after);
    }

    Wishes priority(Priority other) {
        return new Wishes(platform, account, wallTime, slot, Optional.of(other), notAfter, after);
    }

    Wishes notAfter(Instant deadline) {
        return new Wishes(platform, account, wallTime, slot, priority, Optional.of(deadline), after);
    }

    Wishes after(Predecessor first) {
        return new Wishes(platform, account, wallTime, slot, priority, notAfter, Optional.of(first));
    }

    PlannedUpload upload(Instant dueAt) {
        return new PlannedUpload(
                UUID.randomUUID(),
                platform,
                account,
                dueAt,
                Clips.content(),
                wallTime,
                slot,
                priority,
                notAfter,
                after);
    }

    static ClipSubmitted clip(PlannedUpload... uploads) {
        return new ClipSubmitted(UUID.randomUUID(), now(), List.of(uploads));
    }

    static PlannedUpload upload(Instant dueAt, UnaryOperator<Wishes> change) {
        return change.apply(new Wishes(Clips.PLATFORM, UUID.randomUUID())).upload(dueAt);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
