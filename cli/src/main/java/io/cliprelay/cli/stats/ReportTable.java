package io.cliprelay.cli.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.cli.terminal.Table;

/**
 * The rows of a report, each field a column; what is a list is left to the CSV.
 *
 * @param nextCursor where there are more
 */
public record ReportTable(List<Map<String, String>> rows, Optional<String> nextCursor) {

    /** Of how durations are spread. */
    private static final Set<String> DURATIONS = Set.of("average", "p50", "p90", "p99");

    public ReportTable {
        rows = List.copyOf(rows);
    }

    /** @param report as the gateway answers */
    public static ReportTable of(JsonNode report) {
        List<Map<String, String>> rows = new ArrayList<>();
        report.path("items").forEach(item -> rows.add(row(item)));
        return new ReportTable(
                rows, Optional.ofNullable(report.path("nextCursor").textValue()));
    }

    public List<String> lines() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        if (columns.isEmpty()) {
            return List.of("Nothing yet.");
        }
        Table table = new Table(
                columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toArray(String[]::new));
        rows.forEach(row -> table.row(
                columns.stream().map(column -> row.getOrDefault(column, "")).toArray()));
        List<String> lines = new ArrayList<>(table.lines());
        nextCursor.ifPresent(next -> lines.add("More: ./cliprelay stats history --cursor " + next));
        return lines;
    }

    private static Map<String, String> row(JsonNode item) {
        Map<String, String> row = new LinkedHashMap<>();
        flatten("", item, row);
        return row;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> row) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                flatten(prefix + field.getKey() + ".", value, row);
            } else if (value.isValueNode()) {
                row.put(prefix + field.getKey(), shown(node, field.getKey()));
            }
        });
    }

    private static String shown(JsonNode node, String field) {
        return node.has("p50") && DURATIONS.contains(field)
                ? Lasted.of(node.path(field))
                : node.path(field).asText();
    }
}
