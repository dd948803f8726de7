package io.cliprelay.kit.privacy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * A span that has ended, as it may be told: without addresses and programs of callers, and without personal data in its other
 * attributes, its events (failures among them) and its status. Immutable.
 */
final class PersonalDataSpans extends DelegatingSpanData {

    private static final Set<String> WHO =
            Set.of("client.address", "network.peer.address", "user_agent.original", "enduser.id");

    private final Attributes attributes;
    private final List<EventData> events;
    private final StatusData status;

    private PersonalDataSpans(SpanData span) {
        super(span);
        this.attributes = leftOutOf(span.getAttributes());
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
                leftOutOf(event.getAttributes()),
                event.getTotalAttributeCount());
    }

    private static Attributes leftOutOf(Attributes all) {
        AttributesBuilder rest = all.toBuilder();
        all.forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING) {
                rest.put(
                        AttributeKey.stringKey(key.getKey()),
                        WHO.contains(key.getKey()) ? PersonalData.LEFT_OUT : PersonalData.leftOutOf(value.toString()));
            } else if (key.getType() == AttributeType.STRING_ARRAY) {
                rest.put(
                        AttributeKey.stringArrayKey(key.getKey()),
                        ((List<?>) value)
                                .stream()
                                        .map(each -> PersonalData.leftOutOf(each.toString()))
                                        .collect(Collectors.toList()));
            }
        });
        return rest.build();
    }
}
