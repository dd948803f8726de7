package io.cliprelay.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/** The JSON Schemas of this module: validation against them, and a look into them. */
final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /** What is wrong with {@code json} as an event of {@code type}; formats count. */
    static List<String> complaints(String type, String json) {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = FACTORY.getSchema(SchemaLocation.of("classpath:schemas/" + type + ".json"), strict);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    /** The schema of an event type, to look into. */
    static Position of(String type) {
        return new Position(URI.create("schemas/" + type + ".json"), resource("schemas/" + type + ".json"));
    }

    private static JsonNode resource(String path) {
        try (InputStream resource = Schemas.class.getClassLoader().getResourceAsStream(path)) {
            return JSON.readTree(Objects.requireNonNull(resource, () -> "there is no resource " + path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A place in a schema, whose references are followed relative to its file. */
    record Position(URI file, JsonNode node) {

        Position at(String pointer) {
            return new Position(file, node.at(pointer)).resolved();
        }

        Position resolved() {
            return node.has("$ref")
                    ? follow(URI.create(node.get("$ref").asText())).resolved()
                    : this;
        }

        private Position follow(URI reference) {
            URI target = file.resolve(reference);
            URI targetFile = URI.create(target.getPath());
            JsonNode whole = resource(target.getPath());
            return new Position(targetFile, target.getFragment() == null ? whole : whole.at(target.getFragment()));
        }
    }
}
