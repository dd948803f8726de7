package io.cliprelay.kit.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long is kept what a service needs for a while only. */
@ConfigMapping(prefix = "cliprelay.retention")
public interface RetentionConfig {

    /** How often it is looked for what may be forgotten. */
    @WithDefault("1h")
    Duration interval();

    /**
     * How long the ids of handled events are remembered: as long as a topic may bring them again, which is a year where all
     * of it is read anew.
     */
    @WithDefault("366d")
    Duration consumedEvents();
}
