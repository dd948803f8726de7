package io.cliprelay.gateway.submission.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.problem.FieldError;

/** Checks when a clip is to go out; plain functions. */
final class ScheduleChecks {

    /** A date beyond this is a slip of the pen. */
    private static final Duration FURTHEST = Duration.ofDays(5 * 366);

    private ScheduleChecks() {}

    static List<FieldError> schedule(Pointed<Schedule> schedule, Instant now) {
        return schedule.value()
                .map(given -> schedule(schedule.pointer(), given, now))
                .orElse(List.of());
    }

    private static List<FieldError> schedule(String pointer, Schedule schedule, Instant now) {
        boolean local = schedule.local().isPresent() || schedule.zone().isPresent();
        long ways = Stream.of(schedule.at().isPresent(), local, schedule.slot().isPresent())
                .filter(said -> said)
                .count();
        if (ways == 0) {
            return List.of(missing(pointer));
        }
        if (ways > 1) {
            return List.of(ambiguous(pointer));
        }
        return local ? local(pointer, schedule, now) : at(pointer, schedule, now);
    }

    private static FieldError missing(String pointer) {
        return new FieldError(
                pointer + "/at",
                "schedule.missing",
                "The schedule does not say when.",
                "Add \"at\", such as \"2030-01-31T18:00:00Z\", or leave the schedule out to publish at once.");
    }

    private static FieldError ambiguous(String pointer) {
        return new FieldError(
                pointer,
                "schedule.ambiguous",
                "The schedule says in more than one way when.",
                "Use one: \"at\", or \"local\" with \"zone\", or \"slot\".");
    }

    private static List<FieldError> at(String pointer, Schedule schedule, Instant now) {
        return schedule.at().flatMap(at -> instant(pointer + "/at", at, now)).stream()
                .toList();
    }

    private static List<FieldError> local(String pointer, Schedule schedule, Instant now) {
        List<FieldError> errors = Stream.of(
                        localTime(new Pointed<>(pointer + "/local", schedule.local())),
                        zone(new Pointed<>(pointer + "/zone", schedule.zone())))
                .flatMap(Optional::stream)
                .toList();
        return errors.isEmpty()
                ? instant(pointer + "/local", meant(schedule).instant(), now).stream()
                        .toList()
                : errors;
    }

    private static WallTime meant(Schedule schedule) {
        return new WallTime(
                LocalDateTime.parse(schedule.local().orElseThrow()),
                ZoneId.of(schedule.zone().orElseThrow()));
    }

    private static Optional<FieldError> localTime(Pointed<String> local) {
        String fix = "Give a date and time such as \"2030-01-31T18:00\", without an offset.";
        return local.value()
                .map(text -> reads(() -> LocalDateTime.parse(text))
                        ? Optional.<FieldError>empty()
                        : Optional.of(
                                local.error("schedule.local-invalid", "\"%s\" is no local time.".formatted(text), fix)))
                .orElseGet(() -> Optional.of(local.error(
                        "schedule.local-missing", "The schedule has a zone and no local time in it.", fix)));
    }

    private static Optional<FieldError> zone(Pointed<String> zone) {
        String fix = "Use the name of a zone, such as \"Europe/Berlin\" or \"America/New_York\".";
        return zone.value()
                .map(text -> reads(() -> ZoneId.of(text))
                        ? Optional.<FieldError>empty()
                        : Optional.of(zone.error("zone.unknown", "There is no zone \"%s\".".formatted(text), fix)))
                .orElseGet(() ->
                        Optional.of(zone.error("zone.missing", "A local time is no time without its zone.", fix)));
    }

    private static boolean reads(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static Optional<FieldError> instant(String pointer, Instant instant, Instant now) {
        if (instant.isBefore(now)) {
            return Optional.of(new FieldError(
                    pointer,
                    "schedule.past",
                    "%s is past; it is %s.".formatted(instant, now),
                    "Send a time to come, or leave the schedule out to publish at once."));
        }
        return instant.isAfter(now.plus(FURTHEST))
                ? Optional.of(new FieldError(
                        pointer,
                        "schedule.too-far",
                        "%s is more than five years away.".formatted(instant),
                        "Check the year."))
                : Optional.empty();
    }

    /** Whether the deadline leaves time for all that is planned; the plan is sound otherwise. */
    static Optional<FieldError> deadline(Optional<Instant> notAfter, List<Timing> plan, Instant now) {
        Instant last = plan.stream().map(Timing::dueAt).max(Instant::compareTo).orElse(now);
        return notAfter.filter(end -> end.isBefore(last))
                .map(end -> new FieldError(
                        "/notAfter",
                        end.isBefore(now) ? "deadline.past" : "deadline.before-schedule",
                        end.isBefore(now)
                                ? "%s is past; it is %s.".formatted(end, now)
                                : "%s is before the last target's time, %s.".formatted(end, last),
                        "Send a later \"notAfter\", or leave it out."));
    }
}
