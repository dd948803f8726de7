package io.cliprelay.kit.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Keeps what is handed on at the end of spans, as whoever exports them gets it. */
@ApplicationScoped
public class SeenSpans implements SpanProcessor {

    private final List<SpanData> seen = new CopyOnWriteArrayList<>();

    List<SpanData> of(String spanId) {
        return seen.stream().filter(span -> span.getSpanId().equals(spanId)).toList();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only the end counts.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        seen.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
