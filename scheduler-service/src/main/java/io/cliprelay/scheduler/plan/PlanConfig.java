package io.cliprelay.scheduler.plan;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How plans are kept up with what happens. */
@ConfigMapping(prefix = "cliprelay.plan")
public interface PlanConfig {

    /**
     * How often is looked for uploads whose deadline has passed. None goes out after its deadline all the same; this is
     * how soon that is told.
     */
    @WithDefault("5s")
    @DurationMin(millis = 10, message = "cliprelay.plan.sweep must be at least 10ms")
    Duration sweep();
}
