package io.cliprelay.system.deploy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.TopicSpec;
import io.cliprelay.contracts.Topics;
import io.cliprelay.system.deploy.Manifests.Manifest;

import static io.cliprelay.system.deploy.Manifests.list;
import static io.cliprelay.system.deploy.Manifests.map;
import static org.assertj.core.api.Assertions.assertThat;

/** The topics are those that the contracts name, and each service may do with them what it does and no more. */
class KubernetesKafkaTest {

    private static final Manifests BASE = Manifests.in("deploy/kubernetes/base");

    private static final String DEAD_LETTERS = Topics.deadLetters("");

    static Stream<Manifest> users() {
        return BASE.ofKind("KafkaUser");
    }

    @Test
    void theTopicsAreThoseOfTheContractsWithTheirSettings() {
        Map<String, Object> wanted = Stream.concat(
                        Topics.shared().stream(), platforms().flatMap(platform -> Topics.ofPlatform(platform).stream()))
                .collect(Collectors.toMap(TopicSpec::name, KubernetesKafkaTest::settings));

        assertThat(BASE.ofKind("KafkaTopic")
                        .collect(Collectors.toMap(Manifest::name, topic -> topic.at("spec", "config"))))
                .isEqualTo(wanted);
        assertThat(map(BASE.the("ConfigMap", "cliprelay").at("data")))
                .containsEntry("CLIPRELAY_TOPICS_CREATE", "false");
    }

    @Test
    void theBrokerIsOfTheVersionThatTheTestsRunOn() {
        assertThat(BASE.the("Kafka", "kafka").at("spec", "kafka", "version"))
                .isEqualTo(Pom.root().property("kafka.version"));
    }

    @ParameterizedTest
    @MethodSource("users")
    void aServiceMayReadWhatItListensToAndSetItAside(Manifest user) {
        Set<String> listened = TopicUseTest.listenedTo(module(user));

        assertThat(allowed(user, "topic", "Read"))
                .filteredOn(topic -> !topic.endsWith(DEAD_LETTERS))
                .containsExactlyInAnyOrderElementsOf(listened);
        assertThat(allowed(user, "topic", "Write"))
                .containsAll(listened.stream().map(Topics::deadLetters).toList());
    }

    @ParameterizedTest
    @MethodSource("users")
    void onlyTheGatewayMayReadWhatWasSetAsideAllOfIt(Manifest user) {
        Set<String> all = BASE.ofKind("KafkaTopic")
                .map(Manifest::name)
                .filter(topic -> topic.endsWith(DEAD_LETTERS))
                .collect(Collectors.toSet());

        assertThat(allowed(user, "topic", "Read"))
                .filteredOn(topic -> topic.endsWith(DEAD_LETTERS))
                .containsExactlyInAnyOrderElementsOf(user.name().equals("gateway") ? all : Set.of());
    }

    @ParameterizedTest
    @MethodSource("users")
    void aServiceMayWriteWhatItIsSaidToSend(Manifest user) {
        Set<String> written = new TreeSet<>(allowed(user, "topic", "Write"));
        written.removeIf(topic -> topic.endsWith(DEAD_LETTERS));

        assertThat(written)
                .isEqualTo(TopicUseTest.saidToBeSentBy(module(user), platforms().toList()));
    }

    @ParameterizedTest
    @MethodSource("users")
    void aServiceMayJoinItsGroups(Manifest user) {
        String prefix = allowed(user, "group", "Read").iterator().next();

        assertThat(TopicUseTest.groups(module(user))).isNotEmpty().allMatch(group -> group.startsWith(prefix));
    }

    @Test
    void eachServiceIsAUserOfItsOwn() {
        assertThat(users().map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(
                        BASE.ofKind("Deployment").map(Manifest::name).toList());
    }

    private static Stream<String> platforms() {
        return BASE.ofKind("Deployment")
                .map(Manifest::name)
                .filter(name -> name.endsWith("-worker"))
                .map(name -> name.replace("-worker", ""));
    }

    private static Map<String, Object> settings(TopicSpec topic) {
        long millis = topic.retention().toMillis();
        Number retention = millis > Integer.MAX_VALUE ? (Number) millis : (Number) (int) millis;
        return topic.compacted() ? Map.of("cleanup.policy", "compact") : Map.of("retention.ms", retention);
    }

    private static Set<String> allowed(Manifest user, String type, String operation) {
        return list(user.at("spec", "authorization", "acls")).stream()
                .map(Manifests::map)
                .filter(rule -> list(rule.get("operations")).contains(operation))
                .map(rule -> map(rule.get("resource")))
                .filter(resource -> resource.get("type").equals(type))
                .map(resource -> Optional.of(resource.get("name")).orElseThrow().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ServiceModule module(Manifest user) {
        return new ServiceModule(user.name().endsWith("-worker") ? user.name() : user.name() + "-service");
    }
}
