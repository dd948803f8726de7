package io.cliprelay.gateway.submission.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.problem.FieldError;

/** Checks when a clip is to go out; plain functions. */
final class ScheduleChecks {

    /** A date beyond this is a slip of the pen. */
    private static final Duration FURTHEST = Duration.ofDays(5 * 366);

    private ScheduleChecks() {}

    static Optional<FieldError> schedule(Pointed<Schedule> schedule, Instant now) {
        return schedule.value().flatMap(given -> at(new Pointed<>(schedule.pointer() + "/at", given.at()), now));
    }

    private static Optional<FieldError> at(Pointed<Instant> at, Instant now) {
        if (at.value().isEmpty()) {
            return Optional.of(at.error(
                    "schedule.missing",
                    "The schedule does not say when.",
                    "Add \"at\", such as \"2030-01-31T18:00:00Z\", or leave the schedule out to publish at once."));
        }
        Instant instant = at.value().get();
        if (instant.isBefore(now)) {
            return Optional.of(at.error(
                    "schedule.past",
                    "%s is past; it is %s.".formatted(instant, now),
                    "Send a time to come, or leave the schedule out to publish at once."));
        }
        return instant.isAfter(now.plus(FURTHEST))
                ? Optional.of(at.error(
                        "schedule.too-far", "%s is more than five years away.".formatted(instant), "Check the year."))
                : Optional.empty();
    }
}
