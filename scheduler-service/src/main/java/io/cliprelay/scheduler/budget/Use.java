package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.cliprelay.contracts.platform.PlatformLimit;

/**
 * A limit, and what is planned or done in its budget.
 *
 * @param planned when uploads go out or went, sorted
 */
record Use(PlatformLimit limit, List<Instant> planned) {

    Use {
        planned = planned.stream().sorted().toList();
    }

    /** The same with one upload more. */
    Use and(Instant upload) {
        return new Use(limit, Stream.concat(planned.stream(), Stream.of(upload)).toList());
    }
}
