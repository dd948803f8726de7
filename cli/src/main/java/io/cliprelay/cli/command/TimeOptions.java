package io.cliprelay.cli.command;

import java.time.ZoneId;
import java.util.Optional;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import io.cliprelay.cli.stack.StackException;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.SlotChoice;

/** What is said on the command line of the time at which something goes out. */
final class TimeOptions {

    @ArgGroup
    private When when;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Whose clock --at means, such as Europe/Berlin: it goes out when that shows the time, whatever "
                            + "becomes of the zone's rules.")
    private ZoneId zone;

    /** One of two, or at once. */
    static final class When {

        @Option(
                names = "--at",
                paramLabel = "TIME",
                converter = ScheduledTime.Reader.class,
                description =
                        "When: 2026-12-01T18:00:00Z, 2026-12-01T18:00 (in the zone of this machine, or of --zone), "
                                + "or from now: +30s, +10m, +2h, +1d. At once if absent.")
        private ScheduledTime at;

        @Option(
                names = "--slot",
                paramLabel = "WHICH",
                description = "In a slot of each account: next, the first that is free. See ./cliprelay slots.")
        private SlotChoice slot;

        private Schedule schedule(Optional<ZoneId> zone) {
            return slot == null
                    ? at.schedule(zone)
                    : new Schedule(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(slot));
        }
    }

    Optional<Schedule> schedule() {
        if (zone != null && (when == null || when.at == null)) {
            throw new StackException("--zone goes with a local time, such as --at 2026-12-01T18:00");
        }
        return Optional.ofNullable(when).map(said -> said.schedule(Optional.ofNullable(zone)));
    }
}
