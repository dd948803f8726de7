package io.cliprelay.gateway.settlement;

import java.time.Duration;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class SettlingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PUBLISHED = "{\"published\":true,\"permalink\":\"https://example.org/7\"}";

    private TopicWriter others;
    private TopicReader told;
    private UploadStory story;

    @BeforeEach
    void aClipIsAccepted() {
        Gateway.knowsYoutubeAndDemo();
        others = TopicWriter.open();
        told = TopicReader.of(Topics.CLIP_EVENTS);
        story = UploadStory.of(Gateway.submit(Gateway.clip()), others);
    }

    @AfterEach
    void close() {
        told.close();
        others.close();
    }

    @Test
    void aPersonsWordOnAnUnconfirmedUploadIsPassedOn() {
        isUnconfirmed();

        settle(story.upload().uploadId(), PUBLISHED).statusCode(202);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(settlements()).hasSize(1));
        UploadSettled settled = settlements().getFirst();
        assertThat(settled.upload()).isEqualTo(story.upload());
        assertThat(settled.attempt()).contains(1);
        assertThat(settled.settlement().published()).isTrue();
        assertThat(settled.settlement().permalink()).hasToString("Optional[https://example.org/7]");
    }

    @Test
    void aWordWithAKeyIsPassedOnOnce() {
        isUnconfirmed();
        String key = UUID.randomUUID().toString();

        settleWith(key).statusCode(202).header("Idempotent-Replayed", nullValue());
        settleWith(key).statusCode(202).header("Idempotent-Replayed", "true");

        settle(story.upload().uploadId(), PUBLISHED).statusCode(202);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(settlements()).hasSize(2));
    }

    private ValidatableResponse settleWith(String key) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(PUBLISHED)
                .post("/v1/uploads/" + story.upload().uploadId() + "/settle")
                .then();
    }

    @Test
    void whatIsNotInQuestionCannotBeSettled() {
        settle(story.upload().uploadId(), PUBLISHED).statusCode(409).body("code", equalTo("upload.not-unconfirmed"));

        assertThat(settlements()).isEmpty();
    }

    @Test
    void anUploadThatIsNotThereCannotBeSettled() {
        settle(UUID.randomUUID(), PUBLISHED).statusCode(404).body("code", equalTo("upload.not-found"));
        settle("no-id", PUBLISHED).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                          | 422 | /published",
                "{\"published\":true}                        | 422 | /permalink",
                "{\"published\":true,\"permalink\":\"here\"} | 422 | /permalink",
            })
    void whatSettlesNothingIsRefusedByField(String body, int status, String pointer) {
        settle(story.upload().uploadId(), body).statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"no json", "null", "{\"publishd\":true}"})
    void whatCannotBeReadIsRefused(String body) {
        settle(story.upload().uploadId(), body).statusCode(400).body("code", equalTo("settlement.unreadable"));
    }

    private void isUnconfirmed() {
        story.tell(story.queued(1));
        story.tell(story.started(1));
        story.tell(story.unconfirmed(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo("UNCONFIRMED"));
    }

    private String state() {
        Response clip = given().get("/v1/clips/" + story.upload().clipId());
        return clip.path("uploads[0].state");
    }

    private static ValidatableResponse settle(Object upload, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/uploads/" + upload + "/settle")
                .then();
    }

    private java.util.List<UploadSettled> settlements() {
        return told.about(story.upload().clipId()).stream()
                .filter(event -> event.is(UploadSettled.class))
                .map(SettlingTest::settled)
                .toList();
    }

    private static UploadSettled settled(ReceivedEvent event) {
        return event.data(UploadSettled.class);
    }
}
