package io.cliprelay.gateway.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.cliprelay.contracts.EventJson;

/** Reads a body and lets nothing pass that was not understood: a mistyped field must not be lost in silence. */
public final class StrictJson {

    private static final ObjectMapper STRICT =
            EventJson.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private StrictJson() {}

    /**
     * The {@code T} in {@code body}.
     *
     * @throws JsonProcessingException where there is none; callers are told where it went wrong
     */
    public static <T> T read(String body, Class<T> type) throws JsonProcessingException {
        T read = STRICT.readValue(body, type);
        if (read == null) {
            throw MismatchedInputException.from(null, type, "The body is null; send a JSON object.");
        }
        return read;
    }
}
