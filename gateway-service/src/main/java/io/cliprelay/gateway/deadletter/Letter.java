package io.cliprelay.gateway.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.kit.consume.DeadLetters;

/**
 * A record as it was set aside.
 *
 * @param since when that was
 * @param headers as they came, those that tell of the setting aside included
 * @param value absent where there was none
 */
record Letter(LetterId id, Instant since, Optional<String> key, Map<String, String> headers, Optional<String> value) {

    private static final String OF_DEAD_LETTERS = "cliprelay-dlq-";

    Letter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(since, "since");
        headers = Map.copyOf(headers);
    }

    static Letter of(LetterId id, ConsumerRecord<String, String> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new Letter(
                id,
                Instant.ofEpochMilli(record.timestamp()),
                Optional.ofNullable(record.key()),
                headers,
                Optional.ofNullable(record.value()));
    }

    /** Why it was set aside. */
    String reason() {
        return header(DeadLetters.REASON).orElse("it does not say");
    }

    /** The event's type; empty where it tells none. */
    Optional<String> type() {
        return header(CloudEventHeaders.TYPE);
    }

    Optional<String> subject() {
        return header(CloudEventHeaders.SUBJECT);
    }

    /** Whose it says it is. */
    Optional<String> tenant() {
        return header(CloudEventHeaders.TENANT);
    }

    /** Where it was before, such as {@code clip-events 3@17}. */
    String origin() {
        return "%s %s@%s"
                .formatted(
                        header(DeadLetters.TOPIC).orElse(id.topic()),
                        header(DeadLetters.PARTITION).orElse("?"),
                        header(DeadLetters.OFFSET).orElse("?"));
    }

    /** Whether only the beginning of its value is here. */
    boolean isCut() {
        return header(DeadLetters.SIZE).isPresent();
    }

    /** Its headers as they were before it was set aside. */
    Map<String, String> ownHeaders() {
        Map<String, String> own = new LinkedHashMap<>(headers);
        own.keySet().removeIf(name -> name.startsWith(OF_DEAD_LETTERS));
        return own;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
