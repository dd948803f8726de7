package io.cliprelay.kit.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;

/**
 * A record as it stands on a topic.
 *
 * @param key may be null
 * @param value may be null
 */
public record ReceivedEvent(
        String topic, int partition, long offset, String key, Map<String, String> headers, String value) {

    static ReceivedEvent of(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new ReceivedEvent(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    public String id() {
        return headers.getOrDefault(CloudEventHeaders.ID, "");
    }

    public String type() {
        return headers.getOrDefault(CloudEventHeaders.TYPE, "");
    }

    public String subject() {
        return headers.getOrDefault(CloudEventHeaders.SUBJECT, "");
    }

    public String tenant() {
        return headers.getOrDefault(CloudEventHeaders.TENANT, "");
    }

    /** Whether it is of the given record's type. */
    public boolean is(Class<?> recordClass) {
        return type().equals(EventTypes.nameOf(recordClass));
    }

    /** Its data as a record. */
    public <T> T data(Class<T> recordClass) {
        return EventJson.decode(value, recordClass);
    }
}
