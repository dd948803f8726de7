package io.cliprelay.kit.outbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the outbox is published. */
@ConfigMapping(prefix = "cliprelay.outbox")
public interface OutboxConfig {

    /** How often leftovers are looked for: events of a process that died between its commit and their publication. */
    @WithDefault("5s")
    Duration sweepInterval();

    /** How many events are published and forgotten in one transaction. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batchSize();

    /** How much text of events is held at once; an event that is longer goes alone. */
    @WithDefault("8M")
    MemorySize batchBytes();
}
