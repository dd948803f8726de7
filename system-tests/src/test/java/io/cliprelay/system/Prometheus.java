package io.cliprelay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** A real Prometheus, where this machine has one: the programs {@code prometheus} and {@code promtool} on the path. */
final class Prometheus implements AutoCloseable {

    static final String HOW_TO_GET_IT =
            "There is no prometheus on the PATH; Debian and Ubuntu have it: apt-get install --no-install-recommends prometheus";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final URI url;

    private Prometheus(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Where a program is; empty where it is not installed. */
    static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one that looks at these services every second and keeps to the rules.
     *
     * @param services by the name that the label {@code service} shall have
     */
    static Prometheus start(Path program, Path folder, Map<String, URI> services, Path rules) {
        try {
            Path configuration = Files.writeString(folder.resolve("prometheus.yml"), configuration(services, rules));
            int port = freePort();
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--config.file=" + configuration,
                            "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
            Prometheus started = new Prometheus(process, URI.create("http://127.0.0.1:" + port));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> started.query("up").size() == services.size());
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String configuration(Map<String, URI> services, Path rules) {
        String targets = services.entrySet().stream()
                .map(each -> "      - { targets: ['%s'], labels: { service: %s } }"
                        .formatted(each.getValue().getAuthority(), each.getKey()))
                .collect(Collectors.joining("\n"));
        return """
                global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                rule_files: ['%s']
                scrape_configs:
                  - job_name: cliprelay
                    metrics_path: /q/metrics
                    static_configs:
                %s
                """.formatted(rules, targets);
    }

    /** The series that an expression yields now; fails with Prometheus' own words where it cannot be evaluated. */
    List<JsonNode> query(String expression) {
        URI question = url.resolve("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        JsonNode answer = JsonHttp.get(question).body();
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return answer.at("/data/result").findParents("metric");
    }

    /** The rules as Prometheus holds them, each with how its last evaluation went. */
    List<JsonNode> rules() {
        return JsonHttp.get(url.resolve("/api/v1/rules")).body().findParents("health");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
