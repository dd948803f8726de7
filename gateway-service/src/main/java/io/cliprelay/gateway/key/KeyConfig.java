package io.cliprelay.gateway.key;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How keys are looked up. */
@ConfigMapping(prefix = "cliprelay.keys")
public interface KeyConfig {

    /** How long a replica goes on trusting a key that it has looked up: what revoking takes to be heard by all. */
    @WithDefault("2s")
    Duration trustedFor();

    /** How exactly it is told when a key was last used. */
    @WithDefault("1m")
    Duration usedWithin();
}
