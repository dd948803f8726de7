package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.cliprelay.scheduler.job.Job;

/**
 * One look at the table.
 *
 * @param dispatched the jobs that were due
 * @param untilNext how long until the next one is; empty where none waits
 */
record Pass(List<Job> dispatched, Optional<Duration> untilNext) {

    Pass {
        dispatched = List.copyOf(dispatched);
    }

    /** How long to sleep: not at all while there is work, for then more may be due by now. */
    Duration pause(Duration longest) {
        if (!dispatched.isEmpty()) {
            return Duration.ZERO;
        }
        return untilNext.filter(next -> next.compareTo(longest) < 0).orElse(longest);
    }
}
