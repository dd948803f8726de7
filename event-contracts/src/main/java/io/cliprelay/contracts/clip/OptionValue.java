package io.cliprelay.contracts.clip;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads an option's value: a text, or true or false, as people write them without quotes. */
final class OptionValue extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    OptionValue() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> json.getText();
            default -> (String) context.handleUnexpectedToken(String.class, json);
        };
    }
}
