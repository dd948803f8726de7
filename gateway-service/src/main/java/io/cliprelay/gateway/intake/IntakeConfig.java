package io.cliprelay.gateway.intake;

import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose clips come by events. */
@ConfigMapping(prefix = "cliprelay.intake")
public interface IntakeConfig {

    /** The tenant by the source of an event ({@code ce_source}); what an event says of its tenant counts for nothing. */
    Map<String, String> tenants();

    /** The tenant of all other sources. */
    @WithDefault("default")
    String defaultTenant();
}
