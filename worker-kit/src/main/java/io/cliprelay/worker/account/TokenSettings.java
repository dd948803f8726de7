package io.cliprelay.worker.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How tokens are kept fresh. */
@ConfigMapping(prefix = "cliprelay.worker.tokens")
public interface TokenSettings {

    /** How often it is looked whether a token is due, used or not. */
    @WithDefault("1m")
    Duration checkInterval();

    /** How long an account that needs its owner is left alone; an upload to it tries at once all the same. */
    @WithDefault("1h")
    Duration retryInterval();
}
