package io.cliprelay.kit.telemetry;

import java.net.URI;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether spans are recorded. */
@ConfigMapping(prefix = "cliprelay.tracing")
public interface TracingConfig {

    /** Where spans are exported to (OTLP over gRPC); absent: no span is recorded. */
    Optional<URI> endpoint();

    /** The share of traces recorded, from 0 to 1, decided where a trace begins. */
    @WithDefault("1.0")
    @DecimalMin("0.0")
    @DecimalMax("1.0")
    double ratio();
}
