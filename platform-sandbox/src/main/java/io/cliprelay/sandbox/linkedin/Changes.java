package io.cliprelay.sandbox.linkedin;

import java.util.TreeSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.BadRequest;

/** Applies a partial JSON object to a record. */
@Singleton
class Changes {

    private final ObjectMapper mapper;

    Changes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The record with the named fields changed.
     *
     * @throws BadRequest naming the field that is unknown or has no fitting value
     */
    <T extends Record> T apply(T current, JsonNode changes, Class<T> type) {
        if (changes == null || !changes.isObject()) {
            throw new BadRequest("", "is no JSON object", "give what to change, as GET shows it");
        }
        ObjectNode merged = mapper.valueToTree(current);
        changes.properties().forEach(change -> {
            check(merged, change.getKey(), change.getValue());
            merged.set(change.getKey(), change.getValue());
        });
        return read(merged, type);
    }

    private static void check(ObjectNode known, String field, JsonNode value) {
        if (!known.has(field)) {
            var fields = new TreeSet<String>();
            known.fieldNames().forEachRemaining(fields::add);
            throw new BadRequest("/" + field, "is unknown", "one of " + String.join(", ", fields));
        }
        if (value.isNull() || value.isNumber() && value.asDouble() < 0) {
            throw new BadRequest("/" + field, "is null or negative", "give 0 or more");
        }
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return mapper.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new BadRequest(
                    "",
                    "has no fitting value (" + e.getOriginalMessage() + ")",
                    "numbers as numbers, durations as ISO 8601 like PT0.5S, switches as true or false");
        }
    }
}
