package io.cliprelay.scheduler.due;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How due jobs are found. */
@ConfigMapping(prefix = "cliprelay.due")
public interface DueConfig {

    /**
     * The longest sleep between two looks at the table. Nothing waits for it in a sound run: it finds what a replica
     * left that died.
     */
    @WithDefault("1s")
    @DurationMin(millis = 10, message = "cliprelay.due.safety-poll must be at least 10ms")
    Duration safetyPoll();

    /** How many jobs are dispatched in one transaction. */
    @WithDefault("200")
    @Min(value = 1, message = "cliprelay.due.batch-size must be from 1 to 5000")
    @Max(value = 5000, message = "cliprelay.due.batch-size must be from 1 to 5000")
    int batchSize();

    /**
     * How long a command may go without any sign from its worker until it is sent again. The worker's inbox drops it
     * where the first one arrived, so only one that was set aside on its way has an effect.
     */
    @WithDefault("10m")
    @DurationMin(seconds = 1, message = "cliprelay.due.unanswered-after must be at least 1s")
    Duration unansweredAfter();
}
