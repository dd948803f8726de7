package io.cliprelay.gateway.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.SchedulerDouble;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class DeadLettersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String subject = UUID.randomUUID().toString();
    private TopicWriter others;

    /** As a worker's start does it. */
    @BeforeAll
    static void aPlatformHasItsTopics() throws Exception {
        String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(Topics.ofPlatform("youtube").stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    @BeforeEach
    void begin() {
        Gateway.knowsYoutubeAndDemo();
        others = TopicWriter.open();
    }

    @AfterEach
    void close() {
        SchedulerDouble.reset();
        others.close();
    }

    @Test
    void aLetterIsListedWithWhatItIsAndWhyAndSinceWhen() {
        Instant before = Instant.now().minusSeconds(1);
        others.send(Topics.CLIP_INTAKE, "k", Map.of("ce_subject", subject), "{ no event");

        Map<String, Object> letter = letter("clip-intake");

        assertThat(letter)
                .containsEntry("topic", "clip-intake")
                .hasEntrySatisfying(
                        "reason", reason -> assertThat(reason.toString()).contains("ce_id"))
                .hasEntrySatisfying("since", since -> assertThat(Instant.parse(since.toString()))
                        .isAfter(before))
                .doesNotContainKey("value");
        given().get("/v1/dead-letters/" + letter.get("id"))
                .then()
                .statusCode(200)
                .body("value", equalTo("{ no event"))
                .body("key", equalTo("k"))
                .body("headers.ce_subject", equalTo(subject))
                .body("replay", nullValue());
    }

    @Test
    void aLetterIsSentOnceHoweverOftenItIsAskedForAndSaysSo() {
        setAside(Topics.UPLOAD_EVENTS, Map.of("ce_type", "io.cliprelay.test.v1"), "{\"a\":1}");
        Map<String, Object> letter = letter("upload-events");

        replay(letter).then().statusCode(202).body("replay.at", notNullValue()).body("replay.by", equalTo("anyone"));
        String first = replay(letter).then().statusCode(202).extract().path("replay.at");
        replay(letter).then().statusCode(202).body("replay.at", equalTo(first));
        replayWithKey(letter).header("Idempotent-Replayed", nullValue());
        replayWithKey(letter).header("Idempotent-Replayed", "true");

        assertThat(letter("upload-events")).containsKey("replay");
        try (TopicReader reader = TopicReader.of(Topics.UPLOAD_EVENTS)) {
            await().atMost(PATIENCE).until(() -> !reader.about(subject).isEmpty());
            // What is sent later comes later: nothing else is on its way.
            Gateway.submit(Gateway.clip());
            assertThat(reader.about(subject)).singleElement().satisfies(DeadLettersTest::isAsItWas);
        }
    }

    private static void isAsItWas(ReceivedEvent again) {
        assertThat(again.value()).isEqualTo("{\"a\":1}");
        assertThat(again.key()).isEqualTo("k");
        assertThat(again.headers())
                .containsKey("cliprelay-replay-of")
                .doesNotContainKeys("cliprelay-dlq-reason", "cliprelay-dlq-topic");
    }

    @Test
    void aCommandWhoseUploadIsPublishedIsNotSentAgain() {
        UUID upload = UUID.randomUUID();
        command(upload, 1);
        scheduler(upload, "PUBLISHED", 1);

        replay(letter("platform-upload.youtube"))
                .then()
                .statusCode(409)
                .body("code", equalTo("dead-letter.not-replayable"))
                .body("detail", containsString("second post"));
        assertThat(letter("platform-upload.youtube")).doesNotContainKey("replay");
    }

    @Test
    void aCommandThatIsStillWaitedForIsSent() {
        UUID upload = UUID.randomUUID();
        command(upload, 2);
        scheduler(upload, "QUEUED", 2);

        replay(letter("platform-upload.youtube")).then().statusCode(202);

        try (TopicReader reader = TopicReader.of(Topics.platformUpload("youtube"))) {
            await().atMost(PATIENCE).until(() -> reader.about(subject).size() == 1);
        }
    }

    @Test
    void aCommandIsNotSentWhileTheSchedulerCannotBeAsked() {
        UUID upload = UUID.randomUUID();
        command(upload, 1);

        replay(letter("platform-upload.youtube")).then().statusCode(503).body("code", equalTo("scheduler.unavailable"));
    }

    @Test
    void aLetterThatDoesNotExistIsNone() {
        for (String id : List.of("clip-intake@0@999999", "clip-intake@99@0", "no-topic@0@0", "nonsense")) {
            given().get("/v1/dead-letters/" + id).then().statusCode(404).body("code", equalTo("dead-letter.not-found"));
        }
        given().get("/v1/dead-letters?limit=0").then().statusCode(400);
    }

    private void command(UUID upload, int attempt) {
        setAside(
                Topics.platformUpload("youtube"),
                Map.of("ce_type", "io.cliprelay.upload.command.v1"),
                EventJson.encode(Map.of("upload", Map.of("uploadId", upload), "attempt", attempt)));
    }

    private static void scheduler(UUID upload, String state, int attempt) {
        SchedulerDouble.answers(
                "/jobs/" + upload + "/explanation",
                EventJson.encode(Map.of(
                        "uploadId",
                        upload,
                        "state",
                        state,
                        "attempt",
                        attempt,
                        "waitsFor",
                        Map.of("code", "c", "message", "m", "fix", "f"),
                        "since",
                        Instant.now())));
    }

    /** As a consumer does it. */
    private void setAside(String topic, Map<String, String> headers, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("ce_subject", subject);
        all.put("ce_id", UUID.randomUUID().toString());
        all.put("cliprelay-dlq-reason", "handling failed");
        all.put("cliprelay-dlq-topic", topic);
        all.put("cliprelay-dlq-partition", "0");
        all.put("cliprelay-dlq-offset", "0");
        others.send(Topics.deadLetters(topic), "k", all, value);
    }

    private Map<String, Object> letter(String topic) {
        return await().atMost(PATIENCE).until(() -> find(topic), found -> found != null);
    }

    private Map<String, Object> find(String topic) {
        List<Map<String, Object>> items = given().get("/v1/dead-letters?topic=" + topic)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .filter(letter -> subject.equals(letter.get("subject")))
                .findFirst()
                .orElse(null);
    }

    private ValidatableResponse replayWithKey(Map<String, Object> letter) {
        return given().header("Idempotency-Key", "replay-" + subject)
                .post("/v1/dead-letters/" + letter.get("id") + "/replay")
                .then()
                .statusCode(202)
                .body("replay.by", equalTo("anyone"));
    }

    private static Response replay(Map<String, Object> letter) {
        return given().post("/v1/dead-letters/" + letter.get("id") + "/replay");
    }
}
