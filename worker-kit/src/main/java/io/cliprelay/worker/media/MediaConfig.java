package io.cliprelay.worker.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.NotEmpty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where media may come from. */
@ConfigMapping(prefix = "cliprelay.media")
public interface MediaConfig {

    /** Folders that {@code file:} media may lie in, links resolved. */
    @NotEmpty
    Set<Path> roots();

    /** Hosts that {@code https:} media may come from though their address is private; none by default. */
    Optional<Set<String>> httpsAllowedHosts();

    /** How long a host may take to answer a request for media. */
    @WithDefault("30s")
    Duration httpsTimeout();
}
