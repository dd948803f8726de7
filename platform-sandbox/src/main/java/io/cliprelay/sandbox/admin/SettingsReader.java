package io.cliprelay.sandbox.admin;

import java.util.TreeSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.Settings;
import io.cliprelay.sandbox.http.BadRequest;

/** Applies a partial JSON object to the settings. */
@Singleton
class SettingsReader {

    private final ObjectMapper mapper;

    SettingsReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The settings with the named ones changed.
     *
     * @throws BadRequest naming the field that is unknown or has no fitting value
     */
    Settings changed(Settings current, JsonNode changes) {
        if (changes == null || !changes.isObject()) {
            throw new BadRequest("", "is no JSON object", "give the settings to change, as GET shows them");
        }
        ObjectNode merged = mapper.valueToTree(current);
        for (var change : changes.properties()) {
            if (!merged.has(change.getKey())) {
                var known = new TreeSet<String>();
                merged.fieldNames().forEachRemaining(known::add);
                throw new BadRequest("/" + change.getKey(), "is no setting", "one of " + String.join(", ", known));
            }
            merged.set(change.getKey(), change.getValue());
            checkNotNegative(change.getKey(), change.getValue());
            read(merged, change.getKey());
        }
        return read(merged, "");
    }

    private static void checkNotNegative(String field, JsonNode value) {
        if (value.isNull() || value.isNumber() && value.asDouble() < 0) {
            throw new BadRequest("/" + field, "is null or negative", "give 0 or more");
        }
    }

    private Settings read(ObjectNode merged, String field) {
        try {
            return mapper.treeToValue(merged, Settings.class);
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
