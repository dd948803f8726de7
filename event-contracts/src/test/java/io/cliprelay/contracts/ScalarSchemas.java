package io.cliprelay.contracts;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the schema of a value without components must say. */
final class ScalarSchemas {

    private static final Map<Class<?>, String> FORMATS =
            Map.of(UUID.class, "uuid", Instant.class, "date-time", Duration.class, "duration", URI.class, "uri");

    /** What JSON Schema has no format for. */
    private static final Set<Class<?>> PATTERNED = Set.of(LocalDateTime.class, ZoneId.class);

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class,
            "string",
            Boolean.class,
            "boolean",
            boolean.class,
            "boolean",
            int.class,
            "integer",
            Integer.class,
            "integer",
            long.class,
            "integer",
            Long.class,
            "integer");

    private ScalarSchemas() {}

    static void compare(Class<?> type, JsonNode schema, String path) {
        if (type.isEnum()) {
            assertThat(texts(schema.path("enum"))).as(path).containsExactlyElementsOf(wireNames(type));
        } else if (FORMATS.containsKey(type)) {
            assertThat(schema.path("type").asText()).as(path).isEqualTo("string");
            assertThat(schema.path("format").asText()).as(path).isEqualTo(FORMATS.get(type));
        } else if (PATTERNED.contains(type)) {
            assertThat(schema.path("type").asText()).as(path).isEqualTo("string");
            assertThat(schema.path("pattern").asText()).as(path).isNotBlank();
        } else {
            assertThat(TYPES).as(path).containsKey(type);
            assertThat(schema.path("type").asText()).as(path).isEqualTo(TYPES.get(type));
        }
    }

    private static List<String> wireNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(EventJson::encode)
                .map(json -> Samples.tree(json).asText())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
