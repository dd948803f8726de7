package io.cliprelay.kit.health;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on something is reported as not well. */
@ConfigMapping(prefix = "cliprelay.health")
public interface HealthConfig {

    /** Room that shall be left on the disk that the service writes to. */
    @WithDefault("256M")
    MemorySize freeDisk();

    /** The share of the heap that may be in use after a collection, from 0 to 1. */
    @WithDefault("0.95")
    @DecimalMin("0.0")
    @DecimalMax("1.0")
    double usedHeap();

    /** How long Kafka may take to answer. */
    @WithDefault("3s")
    Duration patience();
}
