package io.cliprelay.scheduler.history;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long it is known what became of jobs. */
@ConfigMapping(prefix = "cliprelay.history")
public interface HistoryConfig {

    /**
     * How long jobs that are over and attempts are kept, to the week. Longer than Kafka keeps the events by default:
     * whoever reads a topic again from its beginning finds nothing that was forgotten.
     */
    @WithDefault("400d")
    @DurationMin(days = 7, message = "cliprelay.history.retention must be at least 7d")
    Duration retention();

    /** How far ahead the tables' partitions are made. */
    @WithDefault("28d")
    @DurationMin(days = 7, message = "cliprelay.history.ahead must be at least 7d")
    Duration ahead();

    /** How often that is seen to. */
    @WithDefault("1h")
    @DurationMin(seconds = 1, message = "cliprelay.history.every must be at least 1s")
    Duration every();
}
