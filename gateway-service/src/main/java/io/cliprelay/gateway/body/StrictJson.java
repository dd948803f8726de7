package io.cliprelay.gateway.body;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.cliprelay.contracts.EventJson;

/** Reads a body and lets nothing pass that was not understood, or cannot be kept: a mistyped
 * field must not be lost in silence. */
public final class StrictJson {

    private static final ObjectMapper STRICT = EventJson.mapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule("strict").addDeserializer(String.class, new Text()));

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

    /** Without the one character that PostgreSQL keeps in no text. */
    private static final class Text extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0
                    ? text
                    : context.reportInputMismatch(String.class, "The text has the character U+0000.");
        }
    }
}
