package io.cliprelay.system.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Each alert has its lines in the runbook and its tests, which hold; Prometheus watches every service. */
class AlertsTest {

    private static final String HOW_TO_GET_IT =
            "There is no promtool on the PATH; Debian and Ubuntu have it: apt-get install --no-install-recommends prometheus";

    @Test
    void eachAlertLeadsToItsLinesInTheRunbook() {
        List<String> headings = ProjectFolder.read("docs/operations.md")
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()))
                .toList();

        assertThat(alerts()).isNotEmpty().allSatisfy((alert, rule) -> assertThat(
                        map(rule.get("annotations")).get("runbook"))
                .isEqualTo("docs/operations.md#" + alert.toLowerCase(Locale.ROOT)));
        assertThat(headings).containsExactlyInAnyOrderElementsOf(alerts().keySet());
    }

    @Test
    void eachAlertIsTestedToFireAndToBeQuiet() {
        String tests = ProjectFolder.read("deploy/prometheus/rules_test.yml");

        assertThat(alerts().keySet()).allSatisfy(alert -> assertThat(tests)
                .contains("name: " + alert + " fires")
                .contains("name: " + alert + " is quiet"));
    }

    @Test
    void theTestsOfTheAlertsHold() throws IOException, InterruptedException {
        Optional<Path> promtool = Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(promtool.isPresent(), HOW_TO_GET_IT);
        Process process = new ProcessBuilder(promtool.get().toString(), "test", "rules", "rules_test.yml")
                .directory(ProjectFolder.resolve("deploy/prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void prometheusWatchesEveryServiceOnItsPort() {
        String configuration = ProjectFolder.read("deploy/prometheus/prometheus.yml");

        assertThat(ComposeFile.read().ours().filter(service -> !service.name().equals("sandbox")))
                .allSatisfy(service -> assertThat(configuration)
                        .contains("{ targets: ['%s:%d'], labels: { service: %s } }"
                                .formatted(service.name(), service.port(), service.name())));
    }

    private static Map<String, Map<String, Object>> alerts() {
        Map<String, Object> file = map(new Yaml().load(ProjectFolder.read("deploy/prometheus/rules.yml")));
        return list(file.get("groups")).stream()
                .flatMap(group -> list(map(group).get("rules")).stream())
                .map(AlertsTest::map)
                .collect(Collectors.toMap(rule -> rule.get("alert").toString(), rule -> rule));
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    private static List<?> list(Object yaml) {
        return (List<?>) yaml;
    }
}
