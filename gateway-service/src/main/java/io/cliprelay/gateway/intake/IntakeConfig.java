package io.cliprelay.gateway.intake;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose clips come by events. What an event says of its tenant itself is held against this, and decides nothing. */
@ConfigMapping(prefix = "cliprelay.intake")
public interface IntakeConfig {

    /** The tenant by the source of an event ({@code ce_source}). */
    Map<String, String> tenants();

    /** The tenant of all other sources; where it is empty, they are refused. */
    @WithDefault("default")
    Optional<String> defaultTenant();

    /**
     * The Kafka header in which a proxy before the broker tells who really wrote a record. Where it is set, events without
     * it are refused, and {@link #principals} decides instead of the source.
     */
    Optional<String> principalHeader();

    /** The tenant by what stands in that header. */
    Map<String, String> principals();
}
