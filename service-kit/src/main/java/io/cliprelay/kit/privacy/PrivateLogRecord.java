package io.cliprelay.kit.privacy;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/** A record of the log as it may be told: without personal data in its text and attributes, a failure's among them. */
record PrivateLogRecord(LogRecordData told, Value<?> text, Attributes attributes) implements LogRecordData {

    static LogRecordData leftOutOf(LogRecordData told) {
        Value<?> text = told.getBodyValue();
        return new PrivateLogRecord(
                told,
                text == null ? null : Value.of(PersonalData.leftOutOf(text.asString())),
                PersonalAttributes.leftOutOf(told.getAttributes()));
    }

    @Override
    public Value<?> getBodyValue() {
        return text;
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // the interface still wants it
    public Body getBody() {
        return text == null ? Body.empty() : Body.string(text.asString());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public Resource getResource() {
        return told.getResource();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return told.getInstrumentationScopeInfo();
    }

    @Override
    public long getTimestampEpochNanos() {
        return told.getTimestampEpochNanos();
    }

    @Override
    public long getObservedTimestampEpochNanos() {
        return told.getObservedTimestampEpochNanos();
    }

    @Override
    public SpanContext getSpanContext() {
        return told.getSpanContext();
    }

    @Override
    public Severity getSeverity() {
        return told.getSeverity();
    }

    @Override
    public String getSeverityText() {
        return told.getSeverityText();
    }

    @Override
    public int getTotalAttributeCount() {
        return told.getTotalAttributeCount();
    }

    @Override
    public String getEventName() {
        return told.getEventName();
    }
}
