package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are delivered. */
@ConfigMapping(prefix = "cliprelay.webhooks")
public interface WebhookConfig {

    /** How often it is looked for deliveries that are due, beside the moment in which they arise. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** How long an endpoint may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** The pauses after each attempt that failed; after the last, there is no other: more than 11 hours in all. */
    @WithDefault("5s,30s,2m,10m,30m,1h,2h,4h,4h")
    List<Duration> retryAfter();

    /** How many deliveries to one endpoint are on their way at once, in all replicas. */
    @WithDefault("4")
    @Min(1)
    int atOncePerEndpoint();

    /** How many deliveries to all endpoints of one tenant are on their way at once, in all replicas. */
    @WithDefault("25")
    @Min(1)
    int atOncePerTenant();

    /** How many deliveries of this replica are on their way at once. */
    @WithDefault("100")
    @Min(1)
    int atOnce();

    /** An endpoint that took nothing for so long is paused. */
    @WithDefault("24h")
    Duration pauseAfter();

    /** How long a secret goes on signing after it was exchanged; the ten latest do. */
    @WithDefault("24h")
    Duration overlap();

    /** How long events can be delivered again. */
    @WithDefault("30d")
    Duration keep();

    /** Hosts that may be private addresses, or be spoken to without TLS. */
    Optional<Set<String>> allowedHosts();

    @WithDefault("20")
    @Min(1)
    int endpointsPerTenant();
}
