package io.cliprelay.worker.health;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How it is looked whether the platform is there. */
@ConfigMapping(prefix = "cliprelay.worker.health")
public interface PlatformHealthConfig {

    /** Where the platform's API is; absent: it is not looked whether a connection can be made. */
    Optional<URI> address();

    /** How long a connection may take. */
    @WithDefault("2s")
    Duration patience();
}
