package io.cliprelay.cli.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import picocli.CommandLine.ITypeConverter;

import io.cliprelay.cli.stack.StackException;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;

/**
 * What {@code --at} says.
 *
 * @param instant as {@link PublicationTime} reads it, in the zone of this machine where it names none
 * @param local the same where it is a local date and time
 */
record ScheduledTime(Instant instant, Optional<LocalDateTime> local) {

    /** For picocli. */
    static final class Reader implements ITypeConverter<ScheduledTime> {

        @Override
        public ScheduledTime convert(String value) {
            return new ScheduledTime(new PublicationTime().convert(value), local(value));
        }

        private static Optional<LocalDateTime> local(String value) {
            try {
                return Optional.of(LocalDateTime.parse(value));
            } catch (DateTimeException notLocal) {
                return Optional.empty();
            }
        }
    }

    /** The schedule: what the clock in {@code zone} shows, where one is given. */
    Schedule schedule(Optional<ZoneId> zone) {
        return zone.map(this::in).orElseGet(() -> new Schedule(Optional.of(instant)));
    }

    private Schedule in(ZoneId zone) {
        LocalDateTime wall = local.orElseThrow(
                () -> new StackException("--zone goes with a local time, such as --at 2026-12-01T18:00"));
        return new Schedule(
                Optional.empty(), Optional.of(wall.toString()), Optional.of(zone.getId()), Optional.empty());
    }
}
