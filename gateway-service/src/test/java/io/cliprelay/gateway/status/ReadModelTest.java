package io.cliprelay.gateway.status;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ReadModelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicWriter others;
    private Response accepted;
    private UploadStory story;

    @BeforeEach
    void aClipIsAccepted() {
        Gateway.knowsYoutubeAndDemo();
        others = TopicWriter.open();
        accepted = Gateway.submit(Gateway.clip());
        story = UploadStory.of(accepted, others);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void aClipShowsHowItsUploadWentLive() {
        story.tell(story.queued(1));
        shows("QUEUED").body("uploads[0].attempt", equalTo(1));
        story.tell(story.started(1));
        shows("UPLOADING");
        story.tell(story.processing(1));
        shows("PROCESSING").body("uploads[0].platformPostId", equalTo("vid1"));
        story.tell(story.published(1));

        shows("PUBLISHED")
                .body("uploads[0].permalink", equalTo("https://example.org/vid1"))
                .body("uploads[0].publishedAt", equalTo(UploadStory.LATER.toString()))
                .body("uploads[0].failure", nullValue());
    }

    @Test
    void aClipShowsUntilWhenItsDraftCanBePublished() {
        story.tell(story.started(1));
        story.tell(story.drafted(1));

        shows("DRAFTED")
                .body("uploads[0].draftExpiresAt", equalTo(UploadStory.LATER.toString()))
                .body("uploads[0].permalink", nullValue());
    }

    @Test
    void aClipShowsWhyItsUploadWaitsAndWhyItFailed() {
        story.tell(story.queued(1));
        story.tell(story.retry(1));
        shows("RETRY_WAIT")
                .body("uploads[0].nextAttemptAt", equalTo(UploadStory.LATER.toString()))
                .body("uploads[0].failure.category", equalTo("transient"))
                .body("uploads[0].failure.reason.code", equalTo("backendError"));
        story.tell(story.failed(1));

        shows("FAILED")
                .body("uploads[0].nextAttemptAt", nullValue())
                .body("uploads[0].failure.reason.fix", equalTo("Wait."));
    }

    @Test
    void aRedeliveredEventChangesNothing() {
        EventEnvelope<UploadEvent> queued = story.tell(story.queued(1));
        story.tell(story.started(1));
        story.tell(story.retry(1));
        story.again(queued);
        story.tell(story.queued(2));
        story.again(queued);
        story.tell(story.started(2));

        shows("UPLOADING").body("uploads[0].attempt", equalTo(2));
    }

    @Test
    void anEventThatComesTooLateTakesNothingBack() {
        story.tell(story.started(1));
        story.tell(story.queued(1));
        story.tell(story.published(1));
        story.tell(story.processing(1));
        story.tell(story.failed(2));
        handledAllSoFar();

        shows("PUBLISHED").body("uploads[0].attempt", equalTo(1));
    }

    @Test
    void anEventOfAnotherTenantIsNotBelieved() {
        new UploadStory(story.upload(), "globex", others).tell(story.failed(1));
        handledAllSoFar();

        shows("SCHEDULED");
    }

    @Test
    void anEventOfAnUnknownUploadBlocksNothing() {
        UploadRef unknown = new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "youtube", Gateway.demo());
        others.send(
                Topics.UPLOAD_EVENTS,
                story.upload().uploadId(),
                EventEnvelope.of(
                        "/cliprelay/test-worker",
                        unknown.uploadId().toString(),
                        Gateway.TENANT,
                        Instant.now(),
                        (UploadEvent) new UploadEvent.Started(unknown, 1)));
        story.tell(story.queued(1));

        shows("QUEUED");
    }

    /** Another upload in the same partition that has moved shows that all before it was handled. */
    private void handledAllSoFar() {
        Response marker = Gateway.submit(Gateway.clip());
        UploadStory after = UploadStory.of(marker, others);
        others.send(
                Topics.UPLOAD_EVENTS,
                story.upload().uploadId(),
                EventEnvelope.of(
                        "/cliprelay/test-worker",
                        after.upload().uploadId().toString(),
                        Gateway.TENANT,
                        Instant.now(),
                        after.queued(1)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(marker.path("id"))).isEqualTo("QUEUED"));
    }

    private ValidatableResponse shows(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(accepted.path("id"))).isEqualTo(state));
        return given().get("/v1/clips/" + accepted.path("id")).then();
    }

    private static String state(String clip) {
        return given().get("/v1/clips/" + clip).path("uploads[0].state");
    }
}
