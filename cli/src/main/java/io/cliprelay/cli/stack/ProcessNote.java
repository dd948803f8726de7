package io.cliprelay.cli.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started, as it is remembered. The start instant tells it from another process that got its number later.
 *
 * @param name the part of the stack that it is
 */
public record ProcessNote(String name, long pid, Instant startedAt) {

    /** Some systems derive the start instant from a boot time that shifts when the clock is set. */
    private static final Duration CLOCK_SHIFT = Duration.ofSeconds(2);

    static ProcessNote of(String name, ProcessHandle process) {
        Instant startedAt = process.info().startInstant().orElseGet(Instant::now);
        return new ProcessNote(name, process.pid(), startedAt);
    }

    /** The process, if it still runs and is the same one. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(startedAt, instant).abs().compareTo(CLOCK_SHIFT) < 0)
                .orElse(false);
    }
}
