package io.cliprelay.gateway.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long answers are known by their keys. */
@ConfigMapping(prefix = "cliprelay.idempotency")
public interface IdempotencyConfig {

    /** Of those that are about no clip; the others are kept as long as their clip. */
    @WithDefault("30d")
    @DurationMin(minutes = 1, message = "cliprelay.idempotency.keep must be at least 1m")
    Duration keep();
}
