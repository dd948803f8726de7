package io.cliprelay.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.account.AccountEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code asyncapi.yaml} describes every topic and every event type there is, and nothing else. */
class AsyncApiTest {

    private static final JsonNode API = read();

    @Test
    void isAsyncApi3() {
        assertThat(API.path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void namesEveryTopicAndNoOther() {
        assertThat(channels().flatMap(channel -> addresses(channel).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        topics().map(TopicSpec::name).toList());
    }

    @Test
    void keepsEveryTopicAsLongAsItIsCreatedFor() {
        Map<String, TopicSpec> topics = topics().collect(Collectors.toMap(TopicSpec::name, topic -> topic));
        channels().forEach(channel -> {
            JsonNode settings = channel.at("/bindings/kafka/topicConfiguration");
            assertThat(addresses(channel)).map(topics::get).allSatisfy(topic -> {
                assertThat(settings.at("/cleanup.policy/0").asText())
                        .isEqualTo(topic.compacted() ? "compact" : "delete");
                assertThat(settings.path("retention.ms").asLong())
                        .isEqualTo(topic.retention().toMillis());
            });
        });
    }

    @Test
    void givesEachTopicTheTypesItCarries() {
        TopicTypes.BY_TOPIC.forEach((topic, types) -> assertThat(typesOn(topic))
                .as(topic)
                .containsExactlyInAnyOrderElementsOf(types.byName().keySet()));
    }

    @Test
    void namesEveryTypeOnce() {
        assertThat(messages().filter(message -> message.has("traits")).map(message -> text(message, "name")))
                .containsExactlyInAnyOrderElementsOf(
                        TopicTypes.records().stream().map(EventTypes::nameOf).toList());
    }

    @Test
    void pointsEachTypeToItsSchema() {
        messages().filter(message -> message.has("traits")).forEach(message -> assertThat(
                        message.at("/payload/schema/$ref").asText())
                .isEqualTo("schemas/" + text(message, "name") + ".json"));
    }

    @Test
    void saysTheKeyOfEachMessage() {
        assertThat(messages()).allSatisfy(message -> assertThat(
                        message.at("/bindings/kafka/key/description").asText())
                .isNotBlank());
    }

    @Test
    void namesSomeoneWhoSendsAndSomeoneWhoReceivesOnEachTopic() {
        API.path("channels").fieldNames().forEachRemaining(channel -> assertThat(operations()
                        .filter(operation -> reference(operation.path("channel"), "#/channels/")
                                .equals(channel))
                        .map(operation -> text(operation, "action")))
                .as(channel)
                .contains("send", "receive"));
    }

    @Test
    void hasEveryUploadEventSentByJustOneKindOfService() {
        List<String> sent = operations()
                .filter(operation -> operation.has("messages"))
                .flatMap(operation -> stream(operation.path("messages")))
                .map(message -> reference(message, "#/channels/uploadEvents/messages/"))
                .map(id -> API.at("/components/messages/" + id + "/name").asText())
                .toList();

        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(
                        TopicTypes.BY_TOPIC.get(Topics.UPLOAD_EVENTS).byName().keySet());
    }

    @Test
    void namesTheHeadersThatEventsHave() {
        JsonNode headers = API.at("/components/messageTraits/cloudEvent/headers");
        Set<String> always = CloudEventHeaders.of(event()).keySet();
        Set<String> traced = CloudEventHeaders.of(event().tracedBy(Optional.of("00-4bf9-00f0-01")))
                .keySet();

        assertThat(headers.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(traced);
        assertThat(stream(headers.path("required")).map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(always);
    }

    private static EventEnvelope<AccountEvent> event() {
        Instant now = Instant.parse("2026-11-22T21:00:00Z");
        return EventEnvelope.of(
                "/cliprelay/test",
                "subject",
                "default",
                now,
                new AccountEvent.Connected(new UUID(1, 2), "a", "b", now));
    }

    private static Stream<TopicSpec> topics() {
        return Stream.concat(Topics.shared().stream(), Topics.ofPlatform(TopicTypes.PLATFORM).stream());
    }

    private static Set<String> typesOn(String topic) {
        return channels()
                .filter(channel -> addresses(channel).contains(topic))
                .flatMap(channel -> stream(channel.path("messages")))
                .map(message -> reference(message, "#/components/messages/"))
                .map(id -> API.at("/components/messages/" + id + "/name").asText())
                .collect(Collectors.toSet());
    }

    /** The channel's address with each value its parameter may have. */
    private static List<String> addresses(JsonNode channel) {
        String address = text(channel, "address");
        JsonNode parameters = channel.path("parameters");
        return parameters.has("topic")
                ? stream(parameters.at("/topic/enum"))
                        .map(topic -> address.replace("{topic}", topic.asText()))
                        .toList()
                : List.of(address.replace("{platform}", TopicTypes.PLATFORM));
    }

    private static Stream<JsonNode> channels() {
        return stream(API.path("channels"));
    }

    private static Stream<JsonNode> operations() {
        return stream(API.path("operations"));
    }

    private static Stream<JsonNode> messages() {
        return stream(API.at("/components/messages"));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static String reference(JsonNode node, String prefix) {
        assertThat(text(node, "$ref")).startsWith(prefix);
        return text(node, "$ref").substring(prefix.length());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static JsonNode read() {
        try (InputStream yaml = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
