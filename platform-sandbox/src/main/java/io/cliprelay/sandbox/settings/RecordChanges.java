package io.cliprelay.sandbox.settings;

import java.util.TreeSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.BadRequest;

/** Applies a partial JSON object to a record. */
@Singleton
public class RecordChanges {

    private final ObjectMapper mapper;

    RecordChanges(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The record with the named components changed.
     *
     * @throws BadRequest naming the field that is unknown or has no fitting value
     */
    public <S extends Record> S apply(S current, JsonNode changes) {
        if (changes == null || !changes.isObject()) {
            throw new BadRequest("", "is no JSON object", "give what to change, as GET shows it");
        }
        ObjectNode merged = mapper.valueToTree(current);
        for (var change : changes.properties()) {
            check(merged, change.getKey(), change.getValue());
            merged.set(change.getKey(), change.getValue());
            read(merged, current, change.getKey());
        }
        return read(merged, current, "");
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

    @SuppressWarnings("unchecked")
    private <S extends Record> S read(ObjectNode merged, S current, String field) {
        try {
            return (S) mapper.treeToValue(merged, current.getClass());
        } catch (JsonMappingException e) {
            throw new BadRequest(
                    "/" + field,
                    "has no fitting value (" + e.getOriginalMessage() + ")",
                    "numbers as numbers, durations as ISO 8601 like PT0.5S, switches as true or false");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory is always readable", e);
        }
    }
}
