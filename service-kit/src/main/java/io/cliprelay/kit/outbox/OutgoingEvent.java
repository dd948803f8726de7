package io.cliprelay.kit.outbox;

import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventEnvelope;

/**
 * An event and where it goes.
 *
 * @param key decides the partition; events of one subject must share it; absent only where the receiver's own key is
 *     handed back and there was none
 */
public record OutgoingEvent(String topic, Optional<String> key, EventEnvelope<?> event) {

    public OutgoingEvent {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(event, "event");
    }

    /** An event with a key, as all that speak of a clip or an upload have. */
    public OutgoingEvent(String topic, String key, EventEnvelope<?> event) {
        this(topic, Optional.of(key), event);
    }
}
