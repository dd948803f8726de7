package io.cliprelay.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import io.cliprelay.cli.stack.StackException;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.ClipSubmission.Stagger;
import io.cliprelay.contracts.clip.SlotChoice;
import io.cliprelay.contracts.upload.Priority;

/** What is said on the command line of when a clip goes out. */
final class TimingOptions {

    @ArgGroup
    private When when;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Whose clock --at means, such as Europe/Berlin: it goes out when that shows the time, whatever "
                            + "becomes of the zone's rules.")
    private ZoneId zone;

    @Option(
            names = "--priority",
            paramLabel = "CLASS",
            description = "Its turn among what is due: ${COMPLETION-CANDIDATES}.")
    private Priority priority;

    @Option(
            names = "--not-after",
            paramLabel = "TIME",
            converter = PublicationTime.class,
            description = "A deadline, as --at: what is not out by then is cancelled.")
    private Instant notAfter;

    @Option(
            names = "--stagger",
            paramLabel = "GAP",
            converter = ShortDuration.class,
            description = "One target after the other in the order of --to, such as 10m apart.")
    private Duration gap;

    @Option(
            names = "--jitter",
            paramLabel = "LENGTH",
            converter = ShortDuration.class,
            description = "With --stagger: each but the first later by a part of this, by chance.")
    private Duration jitter;

    @Option(
            names = "--wait-for-first",
            description =
                    "With --stagger: the others wait until the first is published, and are cancelled if it is not.")
    private boolean waitForFirst;

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

    Optional<Priority> priority() {
        return Optional.ofNullable(priority);
    }

    Optional<Instant> notAfter() {
        return Optional.ofNullable(notAfter);
    }

    Optional<Stagger> stagger() {
        if (gap == null && (jitter != null || waitForFirst)) {
            throw new StackException("--jitter and --wait-for-first go with --stagger, such as --stagger 10m");
        }
        return Optional.ofNullable(gap)
                .map(length -> new Stagger(
                        List.of(),
                        Optional.of(length),
                        Optional.ofNullable(jitter),
                        Optional.of(waitForFirst).filter(wait -> wait)));
    }
}
