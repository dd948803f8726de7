package io.cliprelay.gateway.submission.batch;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A line of a CSV file as the JSON of a clip; plain functions. A column is a field of that name, an empty cell says
 * nothing. Tags stand in one cell with commas between them, and so do targets as {@code platform} or {@code
 * platform:account}. The schedule's fields have columns of their own.
 */
final class CsvClip {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> SCHEDULE = Set.of("at", "local", "zone", "slot");

    private CsvClip() {}

    static ObjectNode json(Map<String, String> cells) {
        ObjectNode clip = JSON.objectNode();
        cells.forEach((column, cell) -> {
            if (cell != null && !cell.isBlank()) {
                put(clip, column.strip(), cell);
            }
        });
        return clip;
    }

    private static void put(ObjectNode clip, String column, String cell) {
        if (SCHEDULE.contains(column)) {
            clip.withObjectProperty("schedule").put(column, cell.strip());
        } else if (column.equals("tags")) {
            parts(cell).forEach(clip.withArrayProperty(column)::add);
        } else if (column.equals("targets")) {
            parts(cell).map(CsvClip::target).forEach(clip.withArrayProperty(column)::add);
        } else {
            clip.put(column, cell);
        }
    }

    private static ObjectNode target(String text) {
        String[] parts = text.split(":", 2);
        ObjectNode target = JSON.objectNode().put("platform", parts[0].strip());
        return parts.length == 2 ? target.put("account", parts[1].strip()) : target;
    }

    private static Stream<String> parts(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
