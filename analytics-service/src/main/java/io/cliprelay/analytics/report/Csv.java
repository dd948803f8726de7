package io.cliprelay.analytics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.contracts.EventJson;

/** Rows as CSV (RFC 4180): the fields of what is nested have dotted names. Plain functions. */
final class Csv {

    private static final ObjectMapper JSON = EventJson.mapper();

    private Csv() {}

    static String of(List<?> items) {
        List<Map<String, String>> rows = items.stream().map(Csv::row).toList();
        Set<String> columns = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.concat(
                        Stream.of(line(new ArrayList<>(columns))),
                        rows.stream()
                                .map(row -> line(columns.stream()
                                        .map(column -> row.getOrDefault(column, ""))
                                        .toList())))
                .collect(Collectors.joining());
    }

    private static Map<String, String> row(Object item) {
        Map<String, String> row = new LinkedHashMap<>();
        flatten("", JSON.valueToTree(item), row);
        return row;
    }

    private static void flatten(String name, JsonNode node, Map<String, String> row) {
        if (node.isContainerNode()) {
            String prefix = name.isEmpty() ? "" : name + ".";
            node.properties().forEach(field -> flatten(prefix + field.getKey(), field.getValue(), row));
            for (int n = 0; node.isArray() && n < node.size(); n++) {
                flatten(prefix + n, node.get(n), row);
            }
        } else {
            row.put(name, node.asText());
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // What a spreadsheet would run as a formula is text to it after an apostrophe; titles are what people wrote.
        String safe = text.matches("(?s)[=+@\\t\\r-].*") && !text.matches("-?[0-9.]+") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
