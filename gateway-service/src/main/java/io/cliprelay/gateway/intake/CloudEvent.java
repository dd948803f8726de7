package io.cliprelay.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventJson;

/**
 * A CloudEvent 1.0 from Kafka, in either mode.
 *
 * @param tenant what it says of its tenant
 * @param data its data, as JSON text
 */
record CloudEvent(String id, String source, String type, Optional<String> tenant, String data) {

    private static final ObjectMapper JSON = EventJson.mapper();

    CloudEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(data, "data");
    }

    /** The record is no such event, and why. */
    static final class NoneException extends Exception {

        private static final long serialVersionUID = 1L;

        NoneException(String reason) {
            super(reason);
        }
    }

    /**
     * Attributes in headers, data in the value.
     *
     * @param header the text of a header; empty where it is missing or blank
     * @param value may be null
     */
    static CloudEvent binary(Function<String, Optional<String>> header, String value) throws NoneException {
        Optional<String> type = header.apply(CloudEventHeaders.TYPE);
        Optional<String> id = header.apply(CloudEventHeaders.ID);
        Optional<String> source = header.apply(CloudEventHeaders.SOURCE);
        if (type.isEmpty() || id.isEmpty() || source.isEmpty()) {
            throw new NoneException("one of the headers ce_id, ce_source, ce_type is missing or empty");
        }
        requireVersion(header.apply(CloudEventHeaders.SPEC_VERSION).orElse("1.0"));
        if (value == null) {
            throw new NoneException("the record has no value");
        }
        return new CloudEvent(id.get(), source.get(), type.get(), header.apply(CloudEventHeaders.TENANT), value);
    }

    /**
     * All of it in the value.
     *
     * @param contentType in lower case
     * @param value may be null
     */
    static CloudEvent structured(String contentType, String value) throws NoneException {
        if (!contentType.startsWith("application/cloudevents+json")) {
            throw new NoneException("the format " + contentType + " is not read; send application/cloudevents+json");
        }
        if (value == null) {
            throw new NoneException("the record has no value");
        }
        ObjectNode event = object(value);
        requireVersion(text(event, "specversion").orElse("missing"));
        return new CloudEvent(
                required(event, "id"),
                required(event, "source"),
                required(event, "type"),
                text(event, "tenant"),
                data(event));
    }

    private static ObjectNode object(String value) throws NoneException {
        try {
            if (JSON.readTree(value) instanceof ObjectNode event) {
                return event;
            }
            throw new NoneException("the event is no JSON object");
        } catch (JsonProcessingException malformed) {
            throw new NoneException("no JSON: " + malformed.getOriginalMessage());
        }
    }

    /** Binary data is JSON all the same: nothing else is a submission. */
    private static String data(ObjectNode event) throws NoneException {
        if (event.has("data_base64")) {
            return decoded(event.path("data_base64").asText());
        }
        if (!event.hasNonNull("data")) {
            throw new NoneException("the event has no data");
        }
        return event.get("data").toString();
    }

    private static String decoded(String base64) throws NoneException {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            throw new NoneException("data_base64 is no Base64");
        }
    }

    private static void requireVersion(String version) throws NoneException {
        if (!version.equals("1.0")) {
            throw new NoneException("the specversion is " + version + "; send 1.0");
        }
    }

    private static String required(ObjectNode event, String name) throws NoneException {
        return text(event, name)
                .orElseThrow(() -> new NoneException("the attribute " + name + " is missing, empty or no text"));
    }

    private static Optional<String> text(ObjectNode event, String name) {
        return Optional.of(event.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
