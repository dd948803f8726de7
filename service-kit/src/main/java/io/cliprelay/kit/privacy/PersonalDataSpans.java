package io.cliprelay.kit.privacy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Leaves out of spans who asked, where that is wanted: addresses and programs of callers. */
@ApplicationScoped
public class PersonalDataSpans implements SpanProcessor {

    private static final List<AttributeKey<String>> WHO =
            List.of("client.address", "network.peer.address", "user_agent.original", "enduser.id").stream()
                    .map(AttributeKey::stringKey)
                    .toList();

    private final boolean leaveOut;

    PersonalDataSpans(PrivacyConfig config) {
        this.leaveOut = config.leaveOutPersonalData();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        WHO.stream()
                .filter(attribute -> span.getAttribute(attribute) != null)
                .forEach(attribute -> span.setAttribute(attribute, PersonalData.LEFT_OUT));
    }

    @Override
    public boolean isStartRequired() {
        return leaveOut;
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
