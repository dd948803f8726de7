package io.cliprelay.system.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import io.cliprelay.system.deploy.ComposeFile.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** What looks at the services is there, is fed, and can do no more than look. */
class ComposeSeeingTest {

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Pattern PLACE = Pattern.compile("(?:http://)?([a-z][a-z-]*):([0-9]{4,5})");

    @ParameterizedTest
    @ValueSource(strings = {"otel-collector", "tempo", "loki", "prometheus", "grafana"})
    void runsWithNoMoreRightsThanItNeeds(String name) {
        Service service = COMPOSE.service(name);

        assertThat(service.setting("read_only")).isEqualTo(true);
        assertThat(service.setting("cap_drop").toString()).isEqualTo("[ALL]");
        assertThat(service.setting("security_opt").toString()).isEqualTo("[no-new-privileges:true]");
        assertThat(service.setting("user")).isNull();
        assertThat(service.ports()).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(service.image())
                .as("a version, so that a start is the same tomorrow")
                .matches(".+:v?\\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"otel-collector", "tempo", "loki", "prometheus", "grafana"})
    void eachFileThatItIsGivenIsThere(String name) {
        assertThat(COMPOSE.service(name).volumes().stream()
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> volume.substring(2, volume.indexOf(':'))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ProjectFolder.resolve(file)).exists());
    }

    @Test
    void everyServiceSendsSpansAndLogToTheCollectorAndItSendsThemOn() {
        assertThat(COMPOSE.ours().filter(service -> !service.name().equals("sandbox")))
                .allSatisfy(service -> assertThat(service.environment())
                        .containsEntry("CLIPRELAY_OTLP_ENDPOINT", "http://otel-collector:4317")
                        .containsEntry("CLIPRELAY_OTLP_LOGS", "true"));
        assertThat(placesIn("deploy/otel/collector.yaml"))
                .containsExactly("tempo:4317", "loki:3100")
                .allSatisfy(place -> assertThat(InfrastructurePorts.of(COMPOSE.service(place.split(":")[0])))
                        .contains(place.split(":")[1]));
        assertThat(ProjectFolder.read("deploy/otel/collector.yaml")).contains("0.0.0.0:4317");
        assertThat(ProjectFolder.read("deploy/tempo/tempo.yaml")).contains("0.0.0.0:4317", "http_listen_port: 3200");
        assertThat(ProjectFolder.read("deploy/loki/loki.yaml")).contains("http_listen_port: 3100");
    }

    @Test
    void eachPipelineOfTheCollectorIsMadeOfPartsThatItHas() {
        Map<String, Object> collector = yaml("deploy/otel/collector.yaml");
        Map<String, Object> pipelines = map(map(collector.get("service")).get("pipelines"));

        assertThat(pipelines).containsOnlyKeys("traces", "logs");
        assertThat(pipelines.values()).allSatisfy(pipeline -> map(pipeline).forEach((kind, parts) -> assertThat(
                        map(collector.get(kind)).keySet())
                .containsAll(((List<?>) parts).stream().map(Object::toString).toList())));
    }

    /** Attributes of records are refused otherwise, or kept as labels, one stream for each clip. */
    @Test
    void lokiKeepsAttributesBesideTheTextAndForgets() {
        Map<String, Object> loki = yaml("deploy/loki/loki.yaml");

        assertThat(map(loki.get("limits_config")))
                .containsEntry("allow_structured_metadata", true)
                .containsEntry("retention_period", "336h")
                .doesNotContainKey("otlp_config");
        assertThat(map(loki.get("compactor"))).containsEntry("retention_enabled", true);
        assertThat(map(first(map(loki.get("schema_config")), "configs")))
                .containsEntry("store", "tsdb")
                .containsEntry("schema", "v13");
        assertThat(COMPOSE.service("loki").volumes()).contains("loki-data:/loki");
    }

    @Test
    void theDashboardOfOneClipAsksForItsLogAndForNothingWithoutAClip() {
        assertThat(logQueries("deploy/grafana/dashboards/clip.json"))
                .hasSize(2)
                .allSatisfy(query -> assertThat(query)
                        .matches(
                                "\\{service_name=~\"\\.\\+\"}( (\\|=|\\| [a-z_]+ (=|!=)|\\| label_format [a-z]+=) ?\"[^\"]*\")+")
                        .contains("\"$clip\"")
                        .containsPattern("\\| [a-z]+ != \"\""))
                .anySatisfy(query -> assertThat(query).contains("| clip = \"$clip\""));
    }

    @Test
    void grafanaAsksServicesThatAreThereAndListen() {
        assertThat(placesIn("deploy/grafana/provisioning/datasources/cliprelay.yaml"))
                .containsExactly("prometheus:9090", "tempo:3200", "loki:3100", "postgres:5432")
                .allSatisfy(place -> assertThat(InfrastructurePorts.of(COMPOSE.service(place.split(":")[0])))
                        .contains(place.split(":")[1]));
        assertThat(COMPOSE.service("grafana").dependsOn()).containsEntry("prometheus", "service_healthy");
    }

    @Test
    void grafanaFindsTheDashboardsWhereTheProviderSays() {
        Map<String, Object> provider =
                first(yaml("deploy/grafana/provisioning/dashboards/cliprelay.yaml"), "providers");
        String path = ((Map<?, ?>) provider.get("options")).get("path").toString();

        assertThat(COMPOSE.service("grafana").volumes()).contains("./deploy/grafana/dashboards:" + path + ":ro");
        assertThat(COMPOSE.service("grafana").environment().get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(path + "/overview.json");
    }

    @Test
    void dashboardsAskSourcesThatAreProvisioned() {
        Set<String> sources = ((List<?>) yaml("deploy/grafana/provisioning/datasources/cliprelay.yaml")
                        .get("datasources"))
                .stream().map(source -> map(source).get("uid").toString()).collect(Collectors.toSet());

        assertThat(Stream.of("overview", "platforms", "engine", "clip")
                        .map(name -> ProjectFolder.read("deploy/grafana/dashboards/" + name + ".json"))
                        .flatMap(text -> Pattern.compile(
                                        "\"datasource\": \\{\\s*\"type\": \"[a-z]+\",\\s*\"uid\": \"([a-z]+)\"")
                                .matcher(text)
                                .results()
                                .map(source -> source.group(1))))
                .contains("prometheus", "tempo", "loki", "analytics")
                .allMatch(sources::contains);
    }

    @Test
    void theSandboxIsAProfileThatIsOnByDefaultAndWhoeverWaitsForItCanDoWithoutIt() {
        assertThat(COMPOSE.service("sandbox").profiles()).containsExactly("sandbox");
        assertThat(ComposeFile.defaults()).containsEntry("COMPOSE_PROFILES", "sandbox");
        assertThat(COMPOSE.ours().filter(service -> service.dependsOn().containsKey("sandbox")))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.setting("depends_on").toString())
                        .contains("sandbox={condition=service_healthy, required=false}"));
        assertThat(COMPOSE.services().values().stream()
                        .filter(service -> !service.profiles().isEmpty()))
                .extracting(Service::name)
                .containsExactly("sandbox");
    }

    @Test
    void noSecretStandsInTheFileItself() {
        String text = ProjectFolder.read("docker-compose.yml");

        assertThat(text).doesNotContainPattern("(?i)(password|secret|token)[A-Z_]*: (?!/run/secrets)[^ {&\\[\\n]+\\n");
        assertThat(COMPOSE.secrets().values()).isNotEmpty().allSatisfy(file -> assertThat(ProjectFolder.resolve(file))
                .exists());
    }

    private static List<String> placesIn(String file) {
        return PLACE.matcher(ProjectFolder.read(file))
                .results()
                .map(MatchResult::group)
                .map(place -> place.replace("http://", ""))
                .toList();
    }

    private static List<String> logQueries(String dashboard) {
        return Pattern.compile("\"uid\": \"loki\"\\s*},\\s*\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(ProjectFolder.read(dashboard))
                .results()
                .map(query -> query.group(1).replace("\\\"", "\""))
                .toList();
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked") // likewise
    private static Map<String, Object> yaml(String file) {
        return (Map<String, Object>) new Yaml().load(ProjectFolder.read(file));
    }

    @SuppressWarnings("unchecked") // likewise
    private static Map<String, Object> first(Map<String, Object> file, String list) {
        return (Map<String, Object>) ((List<?>) file.get(list)).getFirst();
    }
}
