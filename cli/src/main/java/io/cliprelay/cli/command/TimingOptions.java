package io.cliprelay.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.cliprelay.cli.stack.StackException;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.ClipSubmission.Stagger;
import io.cliprelay.contracts.upload.Priority;

/** What is said on the command line of when a clip goes out. */
final class TimingOptions {

    @Mixin
    private TimeOptions time;

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

    Optional<Schedule> schedule() {
        return time.schedule();
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
