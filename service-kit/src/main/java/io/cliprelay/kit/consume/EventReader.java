package io.cliprelay.kit.consume;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.UnreadableEventException;

/** Reads CloudEvents in binary mode; plain functions, for whoever reads a topic without a channel too. */
public final class EventReader {

    private EventReader() {}

    /** What the headers and the value of one record tell; {@code value} may be null. */
    public static <T> Reading<T> read(Headers headers, String value, EventTypes<T> types) {
        try {
            String name = required(headers, CloudEventHeaders.TYPE);
            Optional<Class<? extends T>> type = types.find(name);
            return type.isPresent()
                    ? new Reading.Readable<>(event(headers, value, type.get()))
                    : new Reading.UnknownType<>(name);
        } catch (UnreadableEventException unreadable) {
            return new Reading.Unreadable<>(unreadable.getMessage());
        }
    }

    private static <T> EventEnvelope<T> event(Headers headers, String value, Class<? extends T> type) {
        if (value == null) {
            throw new UnreadableEventException("the record has no value", null);
        }
        return new EventEnvelope<>(
                required(headers, CloudEventHeaders.ID),
                required(headers, CloudEventHeaders.SOURCE),
                required(headers, CloudEventHeaders.SUBJECT),
                required(headers, CloudEventHeaders.TENANT),
                time(required(headers, CloudEventHeaders.TIME)),
                header(headers, CloudEventHeaders.TRACEPARENT),
                EventJson.decode(value, type));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new UnreadableEventException("header ce_time is no RFC 3339 instant: " + text, wrong);
        }
    }

    private static String required(Headers headers, String name) {
        return header(headers, name)
                .orElseThrow(() -> new UnreadableEventException("header " + name + " is missing", null));
    }

    static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
