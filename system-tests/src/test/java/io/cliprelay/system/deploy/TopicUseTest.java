package io.cliprelay.system.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import io.cliprelay.contracts.TopicSpec;
import io.cliprelay.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** Each service listens to the topics that {@code asyncapi.yaml} says it receives, and to no others. */
class TopicUseTest {

    private static final Map<String, Object> API =
            map(new Yaml().load(ProjectFolder.read("event-contracts/src/main/resources/asyncapi.yaml")));

    private static final Pattern CHANNEL = Pattern.compile("(mp\\.messaging\\.incoming\\.([^.]+))\\..+");

    static Stream<ServiceModule> services() {
        return ServiceModule.all().filter(module -> module.dependsOn("quarkus-messaging-kafka"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensToWhatItIsSaidToReceive(ServiceModule module) {
        assertThat(listenedTo(module))
                .as("topics of the channels of %s, against its operations in asyncapi.yaml", module.name())
                .isEqualTo(saidToBeReceivedBy(module));
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensOnlyToTopicsThatAreCreated(ServiceModule module) {
        List<String> created = Stream.concat(Topics.shared().stream(), platformTopics(module))
                .map(TopicSpec::name)
                .toList();

        assertThat(created).containsAll(listenedTo(module));
    }

    @Test
    void deadLettersCarryTheHeadersThatAreDescribed() {
        String writer = ProjectFolder.read("service-kit/src/main/java/io/cliprelay/kit/consume/DeadLetters.java");
        Map<String, Object> message =
                map(map(map(API.get("components")).get("messages")).get("deadLetter"));
        Set<String> described =
                map(map(message.get("headers")).get("properties")).keySet();

        assertThat(described).allMatch(header -> writer.contains("\"" + header + "\""));
        assertThat(writer.split("\"cliprelay-dlq-", -1)).hasSize(described.size() + 1);
    }

    private static Stream<TopicSpec> platformTopics(ServiceModule module) {
        return platform(module).isEmpty() ? Stream.empty() : Topics.ofPlatform(platform(module)).stream();
    }

    /** By the channels that are configured: a channel's topic has its name where no other is given. */
    static Set<String> listenedTo(ServiceModule module) {
        SmallRyeConfig config = module.config(Map.of());
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(channel -> config.getOptionalValue(channel.group(1) + ".topic", String.class)
                        .orElse(channel.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> saidToBeReceivedBy(ServiceModule module) {
        return addresses(module, "receive")
                .map(address -> address.replace("{platform}", platform(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What {@code asyncapi.yaml} says that a service sends, to which of the platforms it may be. */
    static Set<String> saidToBeSentBy(ServiceModule module, List<String> platforms) {
        return addresses(module, "send")
                .filter(address -> !address.endsWith(Topics.deadLetters("")))
                .flatMap(address -> address.contains("{platform}")
                        ? platforms.stream().map(platform -> address.replace("{platform}", platform))
                        : Stream.of(address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The consumer groups that a service's channels join. */
    static Set<String> groups(ServiceModule module) {
        SmallRyeConfig config = module.config(Map.of("QUARKUS_UUID", "any"));
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(channel -> config.getValue(channel.group(1) + ".group.id", String.class))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> addresses(ServiceModule module, String action) {
        String role = platform(module).isEmpty() ? module.name().replace("-service", "") : "worker";
        return map(API.get("operations")).values().stream()
                .map(TopicUseTest::map)
                .filter(operation -> operation.get("action").equals(action))
                .filter(operation -> operation.get("tags").toString().equals("[{name=" + role + "}]"))
                .map(operation ->
                        address(map(operation.get("channel")).get("$ref").toString()));
    }

    private static String address(String reference) {
        Map<String, Object> channel = map(map(API.get("channels")).get(reference.substring("#/channels/".length())));
        return channel.get("address").toString();
    }

    /** The platform of a worker's module; empty for another service. */
    private static String platform(ServiceModule module) {
        return module.name().endsWith("-worker") ? module.name().replace("-worker", "") : "";
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
