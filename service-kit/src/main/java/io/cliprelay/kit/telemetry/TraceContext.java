package io.cliprelay.kit.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import io.cliprelay.contracts.CloudEventHeaders;

/** The W3C trace context as text, for rows and headers. */
public final class TraceContext {

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    };

    private TraceContext() {}

    /** The {@code traceparent} of what runs right now; empty outside of any trace. */
    public static Optional<String> current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return Optional.ofNullable(carrier.get(CloudEventHeaders.TRACEPARENT));
    }

    /** The context that a {@code traceparent} names, to start spans under; the root where there is none. */
    public static Context of(Optional<String> traceparent) {
        Map<String, String> carrier = traceparent
                .map(text -> Map.of(CloudEventHeaders.TRACEPARENT, text))
                .orElse(Map.of());
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), carrier, GETTER);
    }

    /** The id of the current trace, for people to look up; empty outside of any. */
    public static Optional<String> currentTraceId() {
        return Optional.of(Span.current().getSpanContext())
                .filter(SpanContext::isValid)
                .map(SpanContext::getTraceId);
    }
}
