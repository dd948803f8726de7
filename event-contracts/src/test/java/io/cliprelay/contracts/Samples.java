package io.cliprelay.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The sample events under {@code samples/}, and JSON as trees. */
final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/samples");
    private static final String MINIMAL = ".minimal";

    private Samples() {}

    /** The names of all files in {@code samples/<folder>}, without their extension. */
    static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The event type that a sample's name starts with. */
    static String typeOf(String name) {
        return name.endsWith(MINIMAL) ? name.substring(0, name.length() - MINIMAL.length()) : name;
    }

    static boolean isMinimal(String name) {
        return name.endsWith(MINIMAL);
    }

    static String text(String name) {
        try (InputStream resource = Samples.class.getResourceAsStream("/samples/" + name + ".json")) {
            Objects.requireNonNull(resource, () -> "there is no sample samples/" + name + ".json");
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("not JSON: " + json, wrong);
        }
    }

    /** The record class of an event type. */
    static Class<?> recordOf(String type) {
        return TopicTypes.records().stream()
                .filter(found -> EventTypes.nameOf(found).equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record has the event type " + type));
    }
}
