package io.cliprelay.kit.privacy;

import java.util.List;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;

/**
 * Has spans processed as the framework does, whose own bean for it is left out ({@code quarkus.arc.exclude-types}): there is no
 * other place from which each processor, the exporting one too, can be given them without personal data.
 */
@Unremovable
@Singleton
class SpanProcessors implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final List<SpanProcessor> processors;

    SpanProcessors(@All List<SpanProcessor> processors, PrivacyConfig config) {
        this.processors = processors.stream()
                .filter(processor -> !(processor instanceof RemoveableLateBoundSpanProcessor))
                .map(processor -> config.leaveOutPersonalData() ? new PrivateSpans(processor) : processor)
                .toList();
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((tracers, any) -> {
            processors.forEach(tracers::addSpanProcessor);
            return tracers;
        });
    }
}
