package io.cliprelay.contracts;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Kafka headers of a CloudEvent in binary mode
 * (CloudEvents 1.0, Kafka protocol binding: attributes prefixed {@code ce_}, values in UTF-8).
 */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    /** Our extension attribute: who owns what the event speaks of. */
    public static final String TENANT = "ce_tenant";

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private CloudEventHeaders() {}

    /** All headers of an event, in a stable order. */
    public static Map<String, String> of(EventEnvelope<?> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, event.id());
        headers.put(SOURCE, event.source());
        headers.put(TYPE, event.type());
        headers.put(SUBJECT, event.subject());
        headers.put(TIME, event.time().toString());
        headers.put(TENANT, event.tenant());
        headers.put(CONTENT_TYPE, "application/json");
        event.traceparent().ifPresent(context -> headers.put(TRACEPARENT, context));
        return headers;
    }
}
