package io.cliprelay.kit.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Decides which traces are recorded. Unrecorded ones still have ids, which logs and problems show. */
@ApplicationScoped
public class TraceSampling {

    @Produces
    @ApplicationScoped
    Sampler sampler(TracingConfig config) {
        return config.endpoint().isPresent()
                ? Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio()))
                : Sampler.alwaysOff();
    }
}
