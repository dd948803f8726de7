package io.cliprelay.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * How records become JSON and back: instants in RFC 3339, absent values left out, unknown fields ignored, so that a
 * reader of yesterday's version reads tomorrow's event; a missing number and a null in a list are errors. Thread-safe.
 */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A second event behind the first would be lost without a word.
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // An attempt that is not there is an error, not attempt 0.
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // Named by its path, where the record's own copy of the list could only throw.
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    /** Found once for each type: that takes as long as reading a small event. */
    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return MAPPER.readerFor(type);
        }
    };

    private EventJson() {}

    /** The JSON of a record. */
    public static String encode(Object data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException(data.getClass().getName() + " has no JSON form", cannotHappen);
        }
    }

    /** The record in {@code json}. Throws {@link UnreadableEventException} with the reason where it is none. */
    public static <T> T decode(String json, Class<T> type) {
        try {
            T decoded = READERS.get(type).readValue(json);
            if (decoded == null) {
                throw new UnreadableEventException("the JSON is null, expected " + type.getSimpleName(), null);
            }
            return decoded;
        } catch (JsonProcessingException unreadable) {
            throw new UnreadableEventException(
                    "not a " + type.getSimpleName() + ": " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** A mapper set up the same way, for callers that need to be stricter: their copy, theirs to change. */
    public static ObjectMapper mapper() {
        return MAPPER.copy();
    }
}
