package io.cliprelay.contracts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Walks JSON trees. */
final class JsonPaths {

    private JsonPaths() {}

    /** An object somewhere in a tree. */
    record ObjectAt(String pointer, ObjectNode node) {}

    /** All objects of a tree, the root first. */
    static List<ObjectAt> objects(JsonNode root) {
        return walk("", root).toList();
    }

    /** The tree's JSON without one field, for each field at each depth, by the field's pointer; map entries stay. */
    static Map<String, String> withoutEachField(JsonNode root) {
        Map<String, String> without = new LinkedHashMap<>();
        for (ObjectAt object : objects(root)) {
            if (!object.pointer().endsWith("/options")) {
                object.node().fieldNames().forEachRemaining(name -> {
                    JsonNode copy = root.deepCopy();
                    ((ObjectNode) copy.at(object.pointer())).remove(name);
                    without.put(object.pointer() + "/" + name, copy.toString());
                });
            }
        }
        return without;
    }

    private static Stream<ObjectAt> walk(String pointer, JsonNode node) {
        Stream<ObjectAt> below = node.isArray()
                ? IntStream.range(0, node.size()).boxed().flatMap(index -> walk(pointer + "/" + index, node.get(index)))
                : node.properties().stream().flatMap(field -> walk(pointer + "/" + field.getKey(), field.getValue()));
        return node instanceof ObjectNode object
                ? Stream.concat(Stream.of(new ObjectAt(pointer, object)), below)
                : below;
    }
}
