package io.cliprelay.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.IntakeReply;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;

import static io.cliprelay.gateway.Gateway.clip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Submissions of a program that knows Kafka's own client and nothing of ours. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class StructuredIntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";

    private final String id = UUID.randomUUID().toString();
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void aSubmissionInOnePieceIsAnsweredWithItsClip() {
        send("show-8", EventJson.encode(event(clip())));

        ReceivedEvent reply = reply(1);
        assertThat(reply.key()).isEqualTo("show-8");
        assertThat(reply.data(IntakeReply.Accepted.class).uploadIds()).hasSize(1);
    }

    @Test
    void dataMayBeEncoded() {
        Map<String, Object> event = event(clip());
        byte[] data = EventJson.encode(event.remove("data")).getBytes(StandardCharsets.UTF_8);
        event.put("data_base64", Base64.getEncoder().encodeToString(data));
        send("k", EventJson.encode(event));

        assertThat(reply(1).is(IntakeReply.Accepted.class)).isTrue();
    }

    @Test
    void bothModesShareTheirIds() {
        Map<String, Object> clip = clip();
        send("k", EventJson.encode(event(clip)));
        reply(1);
        ProducerRecord<byte[], byte[]> binary = record("k", EventJson.encode(clip));
        header(binary, "ce_specversion", "1.0");
        header(binary, "ce_id", id);
        header(binary, "ce_source", "/studio/structured");
        header(binary, "ce_type", "io.cliprelay.clip.submission.v1");
        send(binary);

        List<ReceivedEvent> replies = replies(2);
        assertThat(replies.get(1).value()).isEqualTo(replies.get(0).value());
        assertThat(replies.get(1).is(IntakeReply.Accepted.class)).isTrue();
    }

    @Test
    void anInvalidSubmissionIsRejectedWithItsFields() {
        Map<String, Object> clip = new HashMap<>(clip());
        clip.put("title", "<");
        send("k", EventJson.encode(event(clip)));

        assertThat(reply(1).data(IntakeReply.Rejected.class).problem().errors())
                .extracting("pointer")
                .containsExactly("/title");
    }

    @Test
    void anEventThatNamesAnothersTenantIsRefused() {
        Map<String, Object> event = event(clip());
        event.put("tenant", "globex");
        send("k", EventJson.encode(event));

        assertThat(reply(1).data(IntakeReply.Rejected.class).problem().code()).isEqualTo("intake.tenant-mismatch");
    }

    @Test
    void whatIsNoEventIsSetAsideWithItsReason() {
        String key = "poison-" + id;
        Map<String, Object> nameless = event(clip());
        nameless.remove("id");
        Map<String, Object> old = event(clip());
        old.put("specversion", "0.3");
        Map<String, Object> empty = event(clip());
        empty.remove("data");
        send(key, "[]");
        send(key, "{ no JSON");
        send(key, EventJson.encode(nameless));
        send(key, EventJson.encode(old));
        send(key, EventJson.encode(empty));
        ProducerRecord<byte[], byte[]> batch = record(key, "[]");
        header(batch, "content-type", "application/cloudevents-batch+json");
        send(batch);

        assertThat(setAside(key, 6))
                .extracting(event -> event.headers().get("cliprelay-dlq-reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("no JSON object"),
                        reason -> assertThat(reason).startsWith("no JSON"),
                        reason -> assertThat(reason).contains("attribute id"),
                        reason -> assertThat(reason).contains("0.3"),
                        reason -> assertThat(reason).contains("no data"),
                        reason -> assertThat(reason).contains("batches"));
    }

    private Map<String, Object> event(Object data) {
        Map<String, Object> event = new HashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/studio/structured");
        event.put("type", "io.cliprelay.clip.submission.v1");
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }

    private void send(String key, String json) {
        ProducerRecord<byte[], byte[]> record = record(key, json);
        header(record, "content-type", STRUCTURED);
        send(record);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String key, String value) {
        return new ProducerRecord<>(
                Topics.CLIP_INTAKE, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private ReceivedEvent reply(int count) {
        return replies(count).getLast();
    }

    private List<ReceivedEvent> replies(int count) {
        try (TopicReader reader = TopicReader.of(Topics.CLIP_INTAKE_REPLIES)) {
            return await().atMost(PATIENCE).until(() -> reader.about(id), replies -> replies.size() >= count);
        }
    }

    private static List<ReceivedEvent> setAside(String key, int count) {
        try (TopicReader reader = TopicReader.of(Topics.deadLetters(Topics.CLIP_INTAKE))) {
            return await().atMost(PATIENCE)
                    .until(() -> reader.all(event -> key.equals(event.key())), found -> found.size() >= count);
        }
    }
}
