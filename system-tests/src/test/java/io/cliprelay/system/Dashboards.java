package io.cliprelay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The Grafana dashboards of this project, as far as Prometheus is asked. */
final class Dashboards {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUIET = "Empty while nothing goes wrong.";

    private Dashboards() {}

    /**
     * One query of one panel, as Grafana would send it with nothing selected.
     *
     * @param quiet whether its panel says that it may be empty
     */
    record Query(String panel, String expression, boolean quiet) {

        @Override
        public String toString() {
            return panel + ": " + expression;
        }
    }

    static List<Query> queries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> queries(read(file)).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Query> queries(JsonNode dashboard) {
        List<Query> queries = new ArrayList<>();
        dashboard.path("panels").forEach(panel -> panel.path("targets").forEach(target -> {
            if (target.path("datasource").path("type").asText().equals("prometheus")) {
                queries.add(new Query(
                        dashboard.path("title").asText() + " / "
                                + panel.path("title").asText(),
                        filled(target.path("expr").asText()),
                        panel.path("description").asText().endsWith(QUIET)));
            }
        }));
        return queries;
    }

    /** What a dashboard asks of a clip in the database of analytics, by panel, as Grafana would send it. */
    static Map<String, String> statements(Path dashboard, UUID clip) {
        Map<String, String> statements = new TreeMap<>();
        read(dashboard).path("panels").forEach(panel -> panel.path("targets").forEach(target -> {
            if (target.has("rawSql")) {
                statements.put(
                        panel.path("title").asText(),
                        target.path("rawSql").asText().replace("${clip:sqlstring}", "'" + clip + "'"));
            }
        }));
        return statements;
    }

    private static String filled(String expression) {
        return expression
                .replace("$__rate_interval", "1m")
                .replace("$platform", ".*")
                .replace("$service", ".*");
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " is no JSON", unreadable);
        }
    }
}
