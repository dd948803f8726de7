package io.cliprelay.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.Schemas.Position;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas say what the records say: names, kinds of values, enumerated values, at every depth. */
class SchemaTest {

    static List<Class<?>> records() {
        return TopicTypes.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasExactlyTheComponentsOfItsRecord(Class<?> type) {
        compare(type, Schemas.of(EventTypes.nameOf(type)), type.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("records")
    void describesItselfAndEachOfItsFields(Class<?> type) {
        JsonNode schema = Schemas.of(EventTypes.nameOf(type)).node();

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asText()).isNotBlank();
        assertThat(schema.path("description").asText()).isNotBlank();
        schema.path("properties").fieldNames().forEachRemaining(name -> assertThat(description(type, name))
                .as("description of " + name)
                .isNotBlank());
    }

    @Test
    void aFieldThatIsNoUuidInstantOrUriIsRefused() {
        String sample = Samples.text("io.cliprelay.upload.published.v1");

        assertThat(published(sample.replace("019b2c5e-7a10-", "019b2c5e+7a10-")))
                .hasSize(1);
        assertThat(published(sample.replace("2026-12-01T18:00:00Z", "tomorrow")))
                .hasSize(1);
        assertThat(published(sample.replace("https://", "not a uri: "))).hasSize(1);
        assertThat(published(sample.replace("\"attempt\": 1", "\"attempt\": 0")))
                .hasSize(1);
        assertThat(published(sample.replace("\"youtube\"", "\"You Tube\""))).hasSize(1);
    }

    private static List<String> published(String json) {
        return Schemas.complaints("io.cliprelay.upload.published.v1", json);
    }

    private static String description(Class<?> type, String field) {
        Position event = Schemas.of(EventTypes.nameOf(type));
        JsonNode own = event.node().at("/properties/" + field + "/description");
        return own.isMissingNode()
                ? event.at("/properties/" + field).node().path("description").asText()
                : own.asText();
    }

    private static void compare(Type type, Position schema, String path) {
        if (type instanceof ParameterizedType generic) {
            compareGeneric(generic, schema, path);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            compareRecord(plain, schema, path, Set.of());
        } else if (type instanceof Class<?> plain && plain.isAnnotationPresent(JsonSubTypes.class)) {
            compareSealed(plain, schema, path);
        } else {
            ScalarSchemas.compare((Class<?>) type, schema.node(), path);
        }
    }

    private static void compareGeneric(ParameterizedType type, Position schema, String path) {
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        Class<?> raw = (Class<?>) type.getRawType();
        if (List.class == raw || Set.class == raw) {
            assertThat(schema.node().path("type").asText()).as(path).isEqualTo("array");
            compare(last, schema.at("/items"), path + "[]");
        } else if (Map.class == raw) {
            assertThat(schema.node().path("type").asText()).as(path).isEqualTo("object");
            compare(last, schema.at("/additionalProperties"), path + "{}");
        } else {
            compare(last, schema, path);
        }
    }

    private static void compareRecord(Class<?> type, Position schema, String path, Set<String> besides) {
        assertThat(schema.node().path("type").asText()).as(path).isEqualTo("object");
        Set<String> components = Stream.concat(
                        besides.stream(),
                        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .collect(Collectors.toSet());
        assertThat(schema.node().path("properties").fieldNames())
                .toIterable()
                .as("properties of " + path)
                .containsExactlyInAnyOrderElementsOf(components);
        Arrays.stream(type.getRecordComponents())
                .forEach(component -> compare(
                        component.getGenericType(),
                        schema.at("/properties/" + component.getName()),
                        path + "." + component.getName()));
    }

    private static void compareSealed(Class<?> type, Position schema, String path) {
        Map<String, Class<?>> variants = Arrays.stream(
                        type.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toMap(JsonSubTypes.Type::name, JsonSubTypes.Type::value));
        assertThat(variants.values()).as(path).containsExactlyInAnyOrder(type.getPermittedSubclasses());
        assertThat(schema.node().path("oneOf")).as(path).hasSize(variants.size());
        for (int branch = 0; branch < variants.size(); branch++) {
            Position variant = schema.at("/oneOf/" + branch);
            String category = variant.node().at("/properties/category/const").asText();
            assertThat(variants).containsKey(category);
            compareRecord(variants.get(category), variant, path + "(" + category + ")", Set.of("category"));
        }
    }
}
