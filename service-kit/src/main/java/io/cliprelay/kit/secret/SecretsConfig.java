package io.cliprelay.kit.secret;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How secrets in files are watched. */
@ConfigMapping(prefix = "cliprelay.secrets")
public interface SecretsConfig {

    /** How often it is looked whether one is another one. A cluster may take a minute to bring it. */
    @WithDefault("10s")
    Duration look();
}
