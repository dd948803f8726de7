package io.cliprelay.kit.telemetry;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Cuts the query off the URLs in spans: upload sessions and signed media are opened by what stands there, and a
 * collector is no place for it.
 */
@ApplicationScoped
public class SecretFreeSpans implements SpanProcessor {

    private static final AttributeKey<String> FULL = AttributeKey.stringKey("url.full");
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final String CUT = "REDACTED";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        String url = span.getAttribute(FULL);
        if (url != null && url.contains("?")) {
            span.setAttribute(FULL, url.substring(0, url.indexOf('?') + 1) + CUT);
        }
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, CUT);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Everything is done at the start.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
