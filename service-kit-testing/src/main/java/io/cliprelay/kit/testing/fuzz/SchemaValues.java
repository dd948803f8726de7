package io.cliprelay.kit.testing.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes up values that a schema of an OpenAPI document allows, or values that are nearly so. */
final class SchemaValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final int MOST_ELEMENTS = 3;
    private static final int MOST_DAYS = 60;

    private final JsonNode document;
    private final RandomGenerator random;
    private final Instant now;

    SchemaValues(JsonNode document, RandomGenerator random, Instant now) {
        this.document = document;
        this.random = random;
        this.now = now;
    }

    /**
     * @param name of the property or parameter
     * @param known what there is, by the name of what refers to it
     * @param broken how many of a hundred values are replaced with what does not belong there
     */
    JsonNode value(String name, JsonNode schema, Map<String, List<String>> known, int broken) {
        return value(name, schema, known, broken, 0);
    }

    private JsonNode value(String name, JsonNode schema, Map<String, List<String>> known, int broken, int depth) {
        if (random.nextInt(100) < broken) {
            return Mischief.value(random);
        }
        JsonNode resolved = resolve(schema);
        if (known.containsKey(name)
                && !type(resolved).equals("object")
                && !type(resolved).equals("array")) {
            return JSON.textNode(Mischief.one(known.get(name), random));
        }
        if (resolved.path("enum").size() > 0) {
            return resolved.get("enum").get(random.nextInt(resolved.get("enum").size()));
        }
        return switch (type(resolved)) {
            case "object" -> object(resolved, known, broken, depth);
            case "array" -> array(name, resolved, known, broken, depth);
            case "integer" -> JSON.numberNode(1 + random.nextInt(100));
            case "number" -> JSON.numberNode(random.nextInt(1000) / 10.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(resolved.path("format").asText()));
        };
    }

    private JsonNode object(JsonNode schema, Map<String, List<String>> known, int broken, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            boolean wanted = known.containsKey(name) || random.nextInt(3) == 0;
            if (required.contains(name) && random.nextInt(100) >= broken || wanted && depth < DEEPEST) {
                object.set(name, value(name, property.getValue(), known, broken, depth + 1));
            }
        });
        if (random.nextInt(100) < broken) {
            object.set(Mischief.text(random), Mischief.value(random));
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, Map<String, List<String>> known, int broken, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth >= DEEPEST ? 0 : 1 + random.nextInt(MOST_ELEMENTS);
        for (int element = 0; element < size; element++) {
            array.add(value(name, schema.path("items"), known, broken, depth + 1));
        }
        return array;
    }

    private String text(String format) {
        return switch (format) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" ->
                now.plus(random.nextInt(MOST_DAYS), ChronoUnit.DAYS).toString();
            case "date" ->
                now.plus(random.nextInt(MOST_DAYS), ChronoUnit.DAYS).toString().substring(0, 10);
            case "uri" -> "https://fuzz.example.org/" + random.nextInt(100);
            default -> "text " + random.nextInt(1_000_000);
        };
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode resolved = schema;
        while (true) {
            JsonNode next = next(resolved);
            if (next == resolved) {
                return resolved;
            }
            resolved = next;
        }
    }

    private JsonNode next(JsonNode schema) {
        if (schema.has("$ref")) {
            return document.at(schema.get("$ref").asText().substring(1));
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(choice).size() > 0) {
                return schema.get(choice).get(random.nextInt(schema.get(choice).size()));
            }
        }
        return schema;
    }

    /** OpenAPI 3.1 also has lists of types, one of them "null". */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText();
    }
}
