package io.cliprelay.analytics.fact;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long history is kept. */
@ConfigMapping(prefix = "cliprelay.analytics.history")
public interface HistoryConfig {

    /**
     * How long each upload is kept one by one, and sums by the quarter of an hour; whole months of it go at once. Sums by
     * day and month stay.
     */
    @WithDefault("400d")
    Duration retention();

    /** How often it is looked whether something is to go. */
    @WithDefault("1h")
    Duration sweepInterval();
}
