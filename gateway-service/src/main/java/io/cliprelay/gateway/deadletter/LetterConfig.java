package io.cliprelay.gateway.deadletter;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who sees which dead letters. */
@ConfigMapping(prefix = "cliprelay.dead-letters")
public interface LetterConfig {

    /** Tenants of those who operate the installation: their admins see all letters, those of nobody included. */
    @WithDefault("default")
    Optional<Set<String>> operators();

    /** How many letters of a partition are looked at, the latest. */
    @WithDefault("500")
    @Min(1)
    int perPartition();

    /** How long reading them may take. */
    @WithDefault("10s")
    Duration timeout();
}
