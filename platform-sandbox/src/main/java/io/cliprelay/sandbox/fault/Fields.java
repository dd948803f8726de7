package io.cliprelay.sandbox.fault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.http.BadRequest;

/** A JSON object that is read field by field, with complaints that name the field by its JSON pointer. */
final class Fields {

    private final String pointer;
    private final JsonNode json;

    Fields(String pointer, JsonNode json) {
        this.pointer = pointer;
        this.json = json;
        if (json == null || !json.isObject()) {
            throw new BadRequest(pointer, "is missing or no JSON object", "give an object");
        }
    }

    BadRequest bad(String field, String cause, String cure) {
        return new BadRequest(pointer + "/" + field, cause, cure);
    }

    void allowOnly(Set<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw bad(name, "is not known here", "known are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    JsonNode node(String field) {
        return json.get(field);
    }

    Set<Map.Entry<String, JsonNode>> properties() {
        return json.properties();
    }

    Fields object(String field) {
        return new Fields(pointer + "/" + field, json.get(field));
    }

    Optional<String> optionalText(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!json.get(field).isTextual()) {
            throw bad(field, "is no text", "give a string");
        }
        return Optional.of(json.get(field).textValue());
    }

    int positive(String field, int otherwise) {
        return has(field) ? (int) number(field, 1, 1, Integer.MAX_VALUE) : otherwise;
    }

    /** A number that must be there. */
    long number(String field, long least) {
        if (!has(field)) {
            throw bad(field, "is missing", "give a whole number of " + least + " or more");
        }
        return number(field, least, least);
    }

    /** A number that may be absent. */
    long number(String field, long otherwise, long least) {
        return has(field) ? number(field, otherwise, least, Long.MAX_VALUE) : otherwise;
    }

    long number(String field, long otherwise, long least, long most) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = json.get(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw bad(field, "is no whole number from " + least + " to " + most, "give one");
        }
        return value.longValue();
    }
}
