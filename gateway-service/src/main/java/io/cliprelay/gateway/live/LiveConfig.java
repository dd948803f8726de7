package io.cliprelay.gateway.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a clip's uploads are shown as they move. */
@ConfigMapping(prefix = "cliprelay.live")
public interface LiveConfig {

    /** How often a listener gets a sign of life, and what is stored is looked at again in case an event was missed. */
    @WithDefault("10s")
    Duration refreshInterval();
}
