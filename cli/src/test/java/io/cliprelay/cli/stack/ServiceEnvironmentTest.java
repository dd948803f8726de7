package io.cliprelay.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceEnvironmentTest {

    private static final StackPorts PORTS = new StackPorts(Map.of(
            "kafka",
            19092,
            "postgres",
            15432,
            "youtube-worker",
            18083,
            "gateway-service",
            18080,
            "scheduler-service",
            18081,
            "analytics-service",
            18082,
            "platform-sandbox",
            18090));

    @TempDir
    Path project;

    private ServiceDefinition worker;

    @BeforeEach
    void installWorker() throws IOException {
        FakeService.install(project, "youtube-worker");
        worker = new Installation(project).services().getFirst();
    }

    @Test
    void everyServiceLearnsWhereTheOthersAre() {
        assertThat(environment(options()).of(worker))
                .containsEntry("CLIPRELAY_HTTP_PORT", "18083")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                .containsEntry("CLIPRELAY_DB_PORT", "15432")
                .containsEntry("CLIPRELAY_ANALYTICS_URL", "http://127.0.0.1:18082")
                .containsEntry("CLIPRELAY_SCHEDULER_URL", "http://127.0.0.1:18081")
                .containsEntry("CLIPRELAY_SANDBOX_URL", "http://127.0.0.1:18090")
                .containsEntry("QUARKUS_PROFILE", "local,sandbox");
    }

    @Test
    void onlyWorkersLearnWhereTheKeyForCredentialsIs() throws IOException {
        FakeService.install(project, StackPart.GATEWAY);
        ServiceDefinition gateway = new Installation(project).services().getFirst();
        String key = options().home().sealingKey().toString();

        assertThat(environment(options()).of(worker)).containsEntry("CLIPRELAY_WORKER_KEYS_FILE", key);
        assertThat(environment(options()).of(gateway)).doesNotContainKey("CLIPRELAY_WORKER_KEYS_FILE");
    }

    @Test
    void onlyTheGatewayLearnsTheHashOfTheFirstKeyAndNobodyTheKey() throws IOException {
        FakeService.install(project, StackPart.GATEWAY);
        ServiceDefinition gateway = new Installation(project).services().getFirst();
        options().home().create();
        String key = new FirstKey(options().home().apiKey()).text().orElseThrow();

        Map<String, String> told = environment(options()).of(gateway);

        assertThat(key).matches("crk_live_[0-9A-Za-z]{40}");
        assertThat(told.get("CLIPRELAY_ACCESS_KEYS_LOCAL_SHA256")).matches("[0-9a-f]{64}");
        assertThat(told.values()).doesNotContain(key);
        assertThat(environment(options()).of(worker)).doesNotContainKey("CLIPRELAY_ACCESS_KEYS_LOCAL_SHA256");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(options().home().apiKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyServicesLearnWhereTheKeyIsThatTheGatewaySignsWith() throws IOException {
        FakeService.install(project, StackPart.GATEWAY);
        ServiceDefinition gateway = new Installation(project).services().getFirst();
        String key = options().home().serviceKeys().toString();

        assertThat(environment(options()).of(gateway)).containsEntry("CLIPRELAY_SERVICE_KEYS_FILE", key);
        assertThat(environment(options()).of(worker)).doesNotContainKey("CLIPRELAY_SERVICE_KEYS_FILE");
    }

    @Test
    void aWorkerWithCredentialsOfItsOwnDoesWithoutTheSandbox() throws IOException {
        Path credentials = Files.createDirectories(project.resolve("config")).resolve("youtube-worker.properties");
        Files.createFile(credentials);
        assertThat(environment(options()).of(worker))
                .containsEntry("QUARKUS_PROFILE", "local")
                .containsEntry("QUARKUS_CONFIG_LOCATIONS", credentials.toString());
    }

    @Test
    void whatTheCallerGivesPrevails() {
        StackOptions options = options()
                .withEnvironment("youtube-worker", Map.of("QUARKUS_PROFILE", "local", "A", "1"))
                .withEnvironment("youtube-worker", Map.of("A", "2"));
        assertThat(environment(options).of(worker))
                .containsEntry("QUARKUS_PROFILE", "local")
                .containsEntry("A", "2");
    }

    @Test
    void theLocalStackMakesADatabaseForEachServiceButTheSandbox() throws IOException {
        FakeService.install(project, StackPart.SANDBOX);
        FakeService.install(project, StackPart.GATEWAY);
        List<ServiceDefinition> services = new Installation(project).services();
        assertThat(environment(options()).ofLocalStack(services))
                .containsEntry("CLIPRELAY_DATABASES", "gateway,youtube")
                .containsEntry("CLIPRELAY_KAFKA_PORT", "19092");
    }

    private StackOptions options() {
        return StackOptions.usual(new Installation(project), new StackHome(project.resolve(".cliprelay")));
    }

    private static ServiceEnvironment environment(StackOptions options) {
        return new ServiceEnvironment(options, PORTS);
    }
}
