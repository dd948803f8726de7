package io.cliprelay.kit.outbox;

import java.util.Objects;

import io.cliprelay.contracts.EventEnvelope;

/**
 * An event and where it goes.
 *
 * @param key decides the partition; events of one subject must share it
 */
public record OutgoingEvent(String topic, String key, EventEnvelope<?> event) {

    public OutgoingEvent {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(event, "event");
    }
}
