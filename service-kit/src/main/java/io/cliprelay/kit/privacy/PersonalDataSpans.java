package io.cliprelay.kit.privacy;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * A span that has ended, as it may be told: without addresses and programs of callers, and without personal data in its other
 * attributes, its events (failures among them) and its status. Immutable.
 */
final class PersonalDataSpans extends DelegatingSpanData {

    private final Attributes attributes;
    private final List<EventData> events;
    private final StatusData status;

    private PersonalDataSpans(SpanData span) {
        super(span);
        this.attributes = PersonalAttributes.leftOutOf(span.getAttributes());
        this.events =
                span.getEvents().stream().map(PersonalDataSpans::leftOutOf).toList();
        this.status = StatusData.create(
                span.getStatus().getStatusCode(),
                PersonalData.leftOutOf(span.getStatus().getDescription()));
    }

    static SpanData leftOutOf(SpanData span) {
        return new PersonalDataSpans(span);
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public StatusData getStatus() {
        return status;
    }

    private static EventData leftOutOf(EventData event) {
        return EventData.create(
                event.getEpochNanos(),
                event.getName(),
                PersonalAttributes.leftOutOf(event.getAttributes()),
                event.getTotalAttributeCount());
    }
}
