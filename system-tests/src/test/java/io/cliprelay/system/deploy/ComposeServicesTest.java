package io.cliprelay.system.deploy;

import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.system.deploy.ComposeFile.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docker-compose.yml} says of our services is what they declare. */
class ComposeServicesTest {

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Pattern PLACE = Pattern.compile("^(?:http://)?([a-z][a-z-]*):([0-9]+)$");

    static Stream<Service> services() {
        return COMPOSE.ours();
    }

    @Test
    void everyServiceOfTheReactorIsThereOnce() {
        assertThat(services().map(Service::module))
                .containsExactlyInAnyOrderElementsOf(
                        ServiceModule.all().map(ServiceModule::name).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensOnThePortThatItsImageExposes(Service service) {
        assertThat(value(service, "quarkus.http.port")).isEqualTo(Integer.toString(service.port()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void isReachableFromOtherContainers(Service service) {
        assertThat(value(service, "quarkus.http.host")).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @MethodSource("services")
    void isPublishedOnTheLoopbackAddressOnlyUnderItsOwnPort(Service service) {
        assertThat(service.ports()).allSatisfy(port -> assertThat(port)
                .isEqualTo("127.0.0.1:%d:%d".formatted(service.port(), service.port())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void isAskedForItsReadinessWhereItAnswers(Service service) {
        SmallRyeConfig config = config(service);
        String root = config.getOptionalValue("quarkus.http.non-application-root-path", String.class)
                .orElse("/q");
        String health = config.getOptionalValue("quarkus.smallrye-health.root-path", String.class)
                .orElse("health");

        assertThat(module(service).dependsOn("quarkus-smallrye-health")).isTrue();
        assertThat(service.healthcheck())
                .containsExactly(
                        "CMD",
                        "/app/healthy",
                        "http://127.0.0.1:%d%s/%s/ready".formatted(service.port(), root, health));
    }

    @ParameterizedTest
    @MethodSource("services")
    void isGivenOnlyVariablesThatItReads(Service service) {
        Set<String> unread = new TreeSet<>(service.environment().keySet());
        unread.removeAll(DeclaredVariables.of(module(service)));

        assertThat(unread)
                .as("variables that %s does not read", service.module())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void isGivenEachVariableThatItNeeds(Service service) {
        assertThat(ComposeSecrets.added(COMPOSE, service).keySet()).containsAll(RequiredVariables.of(module(service)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void sharesTheKeysOfServicesWhereItAsksOrIsAskedAndNowhereElse(Service service) {
        boolean shares = RequiredVariables.sharesKeys(module(service));

        assertThat(service.secrets().contains("service-keys")).isEqualTo(shares);
        if (shares) {
            assertThat(service.environment())
                    .containsEntry(RequiredVariables.SERVICE_KEYS, "/run/secrets/service-keys");
        }
        assertThat(Base64.getDecoder().decode(COMPOSE.secret("service-keys").trim()))
                .hasSize(32);
    }

    @ParameterizedTest
    @MethodSource("services")
    void isStartedWithProfilesThatItKnows(Service service) {
        Stream.of(service.environment().getOrDefault("QUARKUS_PROFILE", "prod").split(","))
                .filter(profile -> !profile.equals("prod"))
                .forEach(profile -> assertThat(module(service).propertyText()).contains("%" + profile + "."));
    }

    @ParameterizedTest
    @MethodSource("services")
    void isPointedToServicesThatAreThereAndListen(Service service) {
        service.environment().values().stream()
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .forEach(place ->
                        assertThat(listening(place.group(1))).as(place.group()).contains(place.group(2)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void waitsUntilWhatItNeedsToStartIsHealthy(Service service) {
        ServiceModule module = module(service);

        assertThat(service.dependsOn().containsKey("postgres")).isEqualTo(module.dependsOn("quarkus-flyway"));
        assertThat(service.dependsOn().containsKey("kafka")).isEqualTo(module.dependsOn("quarkus-messaging-kafka"));
        assertThat(service.dependsOn()).allSatisfy((other, condition) -> {
            assertThat(condition).isEqualTo("service_healthy");
            assertThat(COMPOSE.service(other).healthcheck()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void readsMediaFromAFolderThatItCannotWriteTo(Service service) {
        boolean readsMedia = DeclaredVariables.of(module(service)).contains("CLIPRELAY_MEDIA_ROOTS");

        assertThat(service.environment().containsKey("CLIPRELAY_MEDIA_ROOTS")).isEqualTo(readsMedia);
        assertThat(service.volumes().contains("./media:/media:ro")).isEqualTo(readsMedia);
        if (readsMedia) {
            assertThat(service.environment()).containsEntry("CLIPRELAY_MEDIA_ROOTS", "/media");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsWithNoMoreRightsThanItNeeds(Service service) {
        assertThat(service.setting("read_only")).isEqualTo(true);
        assertThat(service.setting("cap_drop").toString()).isEqualTo("[ALL]");
        assertThat(service.setting("security_opt").toString()).isEqualTo("[no-new-privileges:true]");
    }

    @ParameterizedTest
    @MethodSource("services")
    void isGivenTheTimeToStopThatItTakes(Service service) {
        int grace = seconds(service.setting("stop_grace_period").toString());
        int shutdown = seconds(value(service, "quarkus.shutdown.timeout"));

        assertThat(grace).isGreaterThan(shutdown);
    }

    /** Without a key, whoever reaches the gateway may use it: that must be this machine's users and nobody else. */
    @Test
    void onlyTheGatewayIsOpenAndOnlyOnTheLoopbackAddress() {
        assertThat(services().filter(service -> service.environment().containsKey("CLIPRELAY_ACCESS_OPEN")))
                .extracting(Service::name)
                .containsExactly("gateway");
        assertThat(COMPOSE.service("gateway").ports()).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    private static Stream<String> listening(String name) {
        Service service = COMPOSE.service(name);
        return service.isOurs()
                ? Stream.of(Integer.toString(service.port()))
                : InfrastructurePorts.of(service).stream();
    }

    private static String value(Service service, String property) {
        return config(service).getValue(property, String.class);
    }

    private static SmallRyeConfig config(Service service) {
        return module(service).config(ComposeSecrets.added(COMPOSE, service));
    }

    private static ServiceModule module(Service service) {
        return new ServiceModule(service.module());
    }

    private static int seconds(String duration) {
        assertThat(duration).endsWith("s");
        return Integer.parseInt(duration.substring(0, duration.length() - 1));
    }
}
