package io.cliprelay.system;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.localstack.EmbeddedDatabase;
import io.cliprelay.system.deploy.ProjectFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One clip for every platform, through the packaged workers, and what can be seen of it from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllPlatformsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PLATFORMS = List.of("instagram", "linkedin", "tiktok", "youtube");
    private static final Set<String> WORKERS =
            Set.of("instagram-worker", "linkedin-worker", "tiktok-worker", "youtube-worker");
    private static final List<String> SERVICES = Stream.concat(
                    Stream.of(StackPart.GATEWAY, StackPart.SCHEDULER, StackPart.ANALYTICS), WORKERS.stream())
            .toList();

    private RunningSystem system;
    private Path video;
    private ClipView published;
    private List<Sandbox.Post> posts;

    @BeforeAll
    void publish() {
        system = RunningSystem.start(AllPlatformsIT::options);
        video = SampleVideo.write(system.folder().resolve("everywhere.mp4"), 1);
        UUID clip = system.gateway()
                .submit(everywhere(video, "Everywhere"), UUID.randomUUID().toString())
                .id();
        await().atMost(PATIENCE).until(() -> system.gateway().clip(clip).isPublished());
        published = system.gateway().clip(clip);
        posts = system.sandbox().posts();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    private static StackOptions options(StackOptions options) {
        return SERVICES.stream()
                .reduce(
                        options.withWorkers(WORKERS),
                        (some, service) ->
                                some.withEnvironment(service, Map.of("CLIPRELAY_METRICS_TABLE_INTERVAL", "1s")),
                        (some, others) -> others);
    }

    @Test
    void aClipGoesLiveOnceOnEachPlatformWithTheBytesOfItsFile() {
        assertThat(published.uploads())
                .hasSize(PLATFORMS.size())
                .extracting(UploadView::permalink)
                .doesNotContain(Optional.empty());
        assertThat(published.uploads()).extracting(UploadView::target).allSatisfy(target -> assertThat(target)
                .endsWith("demo"));
        assertThat(posts)
                .hasSize(PLATFORMS.size())
                .extracting(Sandbox.Post::sha256)
                .containsOnly(SampleVideo.sha256(video));
    }

    @Test
    void everyMetricOfOursIsListedWithItsLabels() {
        DocumentedMetrics listed = DocumentedMetrics.listed(ProjectFolder.read("docs/operations.md"));
        String[] expositions = SERVICES.stream()
                .map(service -> JsonHttp.text(system.stack().url(service).resolve("/q/metrics")))
                .toArray(String[]::new);

        assertThat(DocumentedMetrics.shown(expositions).labels())
                .as("metrics that the services show, by docs/operations.md")
                .isNotEmpty()
                .allSatisfy((metric, labels) -> assertThat(listed.labels())
                        .containsKey(metric)
                        .hasEntrySatisfying(metric, known -> assertThat(known).containsAll(labels)));
    }

    @Test
    void everyQueryOfADashboardAndEveryRuleHasAnAnswer() {
        Optional<Path> program = Prometheus.program("prometheus");
        assumeTrue(program.isPresent(), Prometheus.HOW_TO_GET_IT);
        Map<String, URI> services = SERVICES.stream()
                .collect(Collectors.toMap(service -> service.replace("-service", ""), service -> system.stack()
                        .url(service)));
        Path rules = ProjectFolder.resolve("deploy/prometheus/rules.yml");
        List<Dashboards.Query> queries = Dashboards.queries(ProjectFolder.resolve("deploy/grafana/dashboards"));
        assertThat(queries).hasSizeGreaterThan(30);

        try (Prometheus prometheus = Prometheus.start(program.get(), system.folder(), services, rules)) {
            submitAnother();
            new FaultyDemo(system, video).begin();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(queries)
                    .filteredOn(query -> !FaultyDemo.leavesEmpty(query.panel()))
                    .allSatisfy(query ->
                            assertThat(prometheus.query(query.expression())).isNotEmpty()));
            assertThat(queries)
                    .filteredOn(query -> FaultyDemo.leavesEmpty(query.panel()))
                    .isNotEmpty()
                    .allSatisfy(query -> assertThat(query.quiet()).isTrue());
            queries.forEach(query -> prometheus.query(query.expression()));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(prometheus.rules())
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(rule.path("health").asText()).isEqualTo("ok")));
        }
    }

    @Test
    void theDashboardOfOneClipFindsItsStates() throws SQLException {
        Map<String, String> statements =
                Dashboards.statements(ProjectFolder.resolve("deploy/grafana/dashboards/clip.json"), published.id());
        assertThat(statements).containsOnlyKeys("Its states", "What went wrong");
        String address = "jdbc:postgresql://localhost:%d/analytics"
                .formatted(system.stack().ports().database());

        try (Connection analytics =
                DriverManager.getConnection(address, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(column(analytics, statements.get("Its states"), "state"))
                            .containsExactly("PUBLISHED", "PUBLISHED", "PUBLISHED", "PUBLISHED"));
            assertThat(column(analytics, statements.get("What went wrong"), "code"))
                    .isEmpty();
        }
    }

    private static List<String> column(Connection database, String statement, String name) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = database.createStatement().executeQuery(statement)) {
            while (rows.next()) {
                values.add(rows.getString(name));
            }
        }
        return values;
    }

    /** So that rates have something to tell of. */
    private void submitAnother() {
        system.gateway().submit(everywhere(video, "Again"), UUID.randomUUID().toString());
    }

    /** Each platform's own default privacy: not all know all. */
    private static ClipSubmission everywhere(Path media, String title) {
        return new ClipSubmission(
                Optional.of(media.toUri()),
                Optional.empty(),
                Optional.of(title),
                Optional.empty(),
                List.of("test"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PLATFORMS.stream().map(AllPlatformsIT::target).toList());
    }

    private static Target target(String platform) {
        return new Target(
                Optional.of(platform),
                Optional.of("demo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
