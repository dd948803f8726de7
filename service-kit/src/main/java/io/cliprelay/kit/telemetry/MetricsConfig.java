package io.cliprelay.kit.telemetry;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How metrics are taken. */
@ConfigMapping(prefix = "cliprelay.metrics")
public interface MetricsConfig {

    /** How often the database is asked for the numbers that stand in it. */
    @WithDefault("15s")
    Duration tableInterval();
}
