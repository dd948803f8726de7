package io.cliprelay.scheduler.retry;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How failed attempts are followed up. */
@ConfigMapping(prefix = "cliprelay.retry")
public interface RetryConfig {

    /** The longest pause before the second attempt; each further one may be twice as long. */
    @WithDefault("2s")
    @DurationMin(millis = 1, message = "cliprelay.retry.base must be longer than nothing, such as 2s")
    Duration base();

    /** The longest pause of all, beyond what a platform asks for. */
    @WithDefault("10m")
    @DurationMin(millis = 1, message = "cliprelay.retry.cap must be longer than nothing, such as 10m")
    Duration cap();

    /** How often an upload is tried on a platform whose descriptor was not seen yet. */
    @WithDefault("3")
    @Min(value = 1, message = "cliprelay.retry.attempts must be at least 1")
    int attempts();

    /** How often an upload may be put off because a limit was reached, before it is given up. */
    @WithDefault("50")
    @Min(value = 0, message = "cliprelay.retry.waits must not be negative")
    int waits();
}
