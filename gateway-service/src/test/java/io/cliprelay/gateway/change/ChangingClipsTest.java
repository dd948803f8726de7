package io.cliprelay.gateway.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.SchedulerDouble;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ChangingClipsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHANGES = "/clip-changes";

    private TopicWriter others;
    private TopicReader told;
    private UploadStory story;

    @BeforeEach
    void aClipIsAccepted() {
        SchedulerDouble.reset();
        Gateway.knowsYoutubeAndDemo();
        others = TopicWriter.open();
        told = TopicReader.of(Topics.CLIP_EVENTS);
        Response accepted = Gateway.submit(later());
        accepted.then().statusCode(202);
        story = UploadStory.of(accepted, others);
    }

    @AfterEach
    void close() {
        told.close();
        others.close();
        SchedulerDouble.reset();
    }

    @Test
    void aCancelThatWinsIsShownAtOnceAndTold() {
        schedulerAnswers(done("CANCELLED"));

        cancel().statusCode(200)
                .body("uploads[0].done", equalTo(true))
                .body("uploads[0].upload.state", equalTo("CANCELLED"));

        clip().body("uploads[0].state", equalTo("CANCELLED"))
                .body("uploads[0].cancellation.code", equalTo("clip.cancelled"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told.about(story.upload().clipId()))
                        .anyMatch(event -> event.is(ClipCancelled.class)));
        assertThat(SchedulerDouble.requests()).singleElement().satisfies(asked -> assertThat(asked)
                .contains("type=io.cliprelay.clip.cancelled.v1", "tenant=default")
                .contains(story.upload().clipId().toString()));
    }

    @Test
    void aCancelThatLosesSaysWhichStateWon() {
        schedulerAnswers(refused("UPLOADING", "upload.out"));

        cancel().statusCode(409)
                .body("code", equalTo("clip.too-late"))
                .body("errors[0].pointer", equalTo("/uploads/0"))
                .body("errors[0].code", equalTo("upload.out"));

        clip().body("revision", equalTo(0));
    }

    @Test
    void aClipThatTheSchedulerHasNotHeardOfIsCancelledAllTheSame() {
        schedulerAnswers("{\"remembered\":true,\"uploads\":[]}");

        cancel().statusCode(200).body("uploads[0].done", equalTo(true));

        clip().body("uploads[0].state", equalTo("CANCELLED"));
        cancel().statusCode(200).body("uploads[0].done", equalTo(true));
    }

    @Test
    void whatWasPublishedSoLongAgoThatTheSchedulerForgotItStaysPublished() {
        story.tell(story.queued(1));
        story.tell(story.published(1));
        await().atMost(PATIENCE).untilAsserted(() -> clip().body("uploads[0].state", equalTo("PUBLISHED")));
        schedulerAnswers("{\"remembered\":true,\"uploads\":[]}");

        cancel().statusCode(409).body("code", equalTo("clip.too-late")).body("errors[0].code", equalTo("upload.over"));
        patch("*", "{\"title\":\"Other\"}").statusCode(409);

        clip().body("uploads[0].state", equalTo("PUBLISHED"))
                .body("uploads[0].cancellation", equalTo(null))
                .body("revision", equalTo(0));
    }

    @Test
    void aSchedulerThatIsAwayIsAProblemThatPasses() {
        cancel().statusCode(503).body("code", equalTo("scheduler.unavailable")).body("retryable", equalTo(true));

        clip().body("uploads[0].state", equalTo("SCHEDULED"));
        explanation().statusCode(503);
    }

    @Test
    void aPausedClipIsShownHeldWithItsCause() {
        schedulerAnswers("""
                {"uploads":[{"uploadId":"%s","done":true,"state":"HELD","attempt":0,"dueAt":"2030-01-01T00:00:00Z",
                  "hold":{"cause":"paused","since":"2026-01-01T00:00:00Z",
                          "reason":{"code":"clip.paused","message":"It is paused","fix":"Resume it"}}}]}
                """.formatted(story.upload().uploadId()));

        post("/pause").statusCode(200).body("uploads[0].upload.hold.cause", equalTo("paused"));

        given().get("/v1/uploads/" + story.upload().uploadId())
                .then()
                .body("state", equalTo("HELD"))
                .body("hold.reason.fix", equalTo("Resume it"));
    }

    @Test
    void aPatchedClipHasItsNewTimeAndWordsAndANewETag() {
        schedulerAnswers(done("SCHEDULED"));

        patch("\"0\"", "{\"title\":\"Other\",\"schedule\":{\"at\":\"2031-01-01T00:00:00Z\"}}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Other"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(told.about(story.upload().clipId())).anyMatch(event -> event.is(ClipRevised.class)));
        ClipRevised revised = told.about(story.upload().clipId()).stream()
                .filter(event -> event.is(ClipRevised.class))
                .findFirst()
                .orElseThrow()
                .data(ClipRevised.class);
        assertThat(revised.uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.uploadId()).isEqualTo(story.upload().uploadId());
            assertThat(upload.dueAt()).hasToString("2031-01-01T00:00:00Z");
            assertThat(upload.content().title()).isEqualTo("Other");
            assertThat(upload.content().description()).isEqualTo("Two weeks");
        });
        assertThat(revised.keepsTimes()).isEmpty();
        patch("\"1\"", "{\"description\":null}").statusCode(200).header("ETag", "\"2\"");
        assertThat(SchedulerDouble.requests().getLast())
                .contains("\"title\":\"Other\"", "\"description\":\"\"", "2031-01-01", "\"keepsTimes\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"targets\":[]}                                     | 422 | /targets",
                "{\"title\":\"<\"}                                    | 422 | /title",
                "{\"schedule\":{\"at\":\"2001-01-01T00:00:00Z\"}}     | 422 | /schedule/at",
                "{\"title\":null}                                     | 422 | /title",
                "{\"privacy\":\"nobody\"}                             | 400 | /privacy",
                "{\"schedule\":{\"when\":1}}                          | 400 | /schedule/when",
            })
    void whatCannotBePublishedIsRefusedByField(String body, int status, String pointer) {
        patch("*", body).statusCode(status).body("errors[0].pointer", equalTo(pointer));

        assertThat(SchedulerDouble.requests()).isEmpty();
    }

    @Test
    void aPatchSaysWhichStateOfTheClipItIsMeantFor() {
        schedulerAnswers(done("SCHEDULED"));

        patch(null, "{\"title\":\"Other\"}").statusCode(428).body("code", equalTo("clip.if-match-missing"));
        patch("\"7\"", "{\"title\":\"Other\"}").statusCode(412).body("code", equalTo("clip.changed-meanwhile"));
        patch("W/\"0\"", "{\"title\":\"Other\"}").statusCode(412);
        patch("\"6\", \"0\"", "{\"title\":\"Other\"}").statusCode(200);
    }

    @Test
    void aPatchOfWhatIsOutChangesNothing() {
        schedulerAnswers(refused("QUEUED", "upload.out"));

        patch("*", "{\"title\":\"Other\"}").statusCode(409).body("errors[0].code", equalTo("upload.out"));

        clip().body("title", equalTo("Holiday")).body("revision", equalTo(0));
    }

    @Test
    void aFailedUploadIsTriedAgain() {
        story.tell(story.queued(1));
        story.tell(story.failed(1));
        await().atMost(PATIENCE).untilAsserted(() -> clip().body("uploads[0].state", equalTo("FAILED")));
        schedulerAnswers("""
                {"uploads":[{"uploadId":"%s","done":true,"state":"RETRY_WAIT","attempt":1,"dueAt":"2030-01-01T00:00:00Z"}]}
                """.formatted(story.upload().uploadId()));

        given().post("/v1/uploads/" + story.upload().uploadId() + "/retry")
                .then()
                .statusCode(200)
                .body("uploads[0].upload.state", equalTo("RETRY_WAIT"));

        story.tell(story.queued(2));
        story.tell(story.started(2));
        await().atMost(PATIENCE).untilAsserted(() -> clip().body("uploads[0].state", equalTo("UPLOADING")));
    }

    @Test
    void whatTheSchedulerTellsOfHoldsIsShown() {
        Hold hold = new Hold(
                HoldCause.ACCOUNT,
                UploadStory.LATER,
                Optional.empty(),
                new UploadFailure.Reason("account.needs-reauthorisation", "It ran out", "Connect it again"));

        story.tell(new UploadEvent.Held(story.upload(), 0, hold));

        await().atMost(PATIENCE).untilAsserted(() -> clip().body("uploads[0].state", equalTo("HELD"))
                .body("uploads[0].hold.cause", equalTo("account")));
        story.tell(new UploadEvent.Scheduled(
                story.upload(), 0, UploadStory.LATER, new UploadFailure.Reason("hold.over", "It is over", "Nothing")));
        await().atMost(PATIENCE).untilAsserted(() -> clip().body("uploads[0].state", equalTo("SCHEDULED"))
                .body("uploads[0].hold", equalTo(null)));
        story.tell(new UploadEvent.Cancelled(
                story.upload(), 0, new UploadFailure.Reason("clip.cancelled", "It was cancelled", "Nothing")));
        await().atMost(PATIENCE).untilAsserted(() -> clip().body("uploads[0].state", equalTo("CANCELLED")));
    }

    @Test
    void theSchedulerExplainsAndTellsOfAttempts() {
        String job = "/jobs/" + story.upload().uploadId();
        SchedulerDouble.answers(
                job + "/explanation", """
                {"uploadId":"%s","state":"SCHEDULED","attempt":0,"since":"2026-01-01T00:00:00Z","news":1,
                 "waitsFor":{"code":"waits.time","message":"It is to go out later","fix":"Move it"}}
                """.formatted(story.upload().uploadId()));
        SchedulerDouble.answers(
                job + "/attempts", "{\"items\":[{\"attempt\":1,\"orderedAt\":\"2026-01-01T00:00:00Z\"}]}");

        explanation().statusCode(200).body("waitsFor.code", equalTo("waits.time"));
        given().get("/v1/uploads/" + story.upload().uploadId() + "/attempts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].attempt", equalTo(1));
    }

    @Test
    void whatIsNotThereCannotBeChangedNorExplained() {
        String none = "019b2c5e-7a10-7c3e-9d41-2f6b8a01c9d4";

        given().delete("/v1/clips/" + none).then().statusCode(404).body("code", equalTo("clip.not-found"));
        given().post("/v1/clips/x/pause").then().statusCode(404);
        given().get("/v1/uploads/" + none).then().statusCode(404).body("code", equalTo("upload.not-found"));
        given().get("/v1/uploads/x/explanation").then().statusCode(404);
        given().post("/v1/uploads/" + none + "/retry").then().statusCode(404);
        assertThat(SchedulerDouble.requests()).isEmpty();
    }

    @Test
    void whatIsPostedWithAKeyIsAskedOfTheSchedulerOnce() {
        schedulerAnswers(done("SCHEDULED"));
        String key = UUID.randomUUID().toString();
        String first = postWith(key, "/pause").statusCode(200).extract().asString();
        SchedulerDouble.reset();

        String second = postWith(key, "/pause")
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        assertThat(SchedulerDouble.requests()).isEmpty();
        postWith(key, "/resume").statusCode(422).body("code", equalTo("idempotency.key-reused"));
        given().get("/v1/idempotency-keys/" + key)
                .then()
                .statusCode(200)
                .body("items[0].clipId", equalTo(story.upload().clipId().toString()));
    }

    @Test
    void aKeyIsFreeAfterTheSchedulerWasAway() {
        String key = UUID.randomUUID().toString();
        postWith(key, "/pause").statusCode(503);
        schedulerAnswers(done("SCHEDULED"));

        postWith(key, "/pause").statusCode(200).header("Idempotent-Replayed", nullValue());
    }

    private ValidatableResponse postWith(String key, String what) {
        return given().header("Idempotency-Key", key)
                .post("/v1/clips/" + story.upload().clipId() + what)
                .then();
    }

    private static Map<String, Object> later() {
        return Map.of(
                "media",
                Gateway.clip().get("media"),
                "title",
                "Holiday",
                "description",
                "Two weeks",
                "schedule",
                Map.of("at", "2030-01-01T00:00:00Z"),
                "targets",
                List.of(Map.of("platform", Gateway.PLATFORM, "account", "demo")));
    }

    private void schedulerAnswers(String json) {
        SchedulerDouble.answers(CHANGES, json);
    }

    private String done(String state) {
        return "{\"remembered\":false,\"uploads\":[{\"uploadId\":\"%s\",\"done\":true,\"state\":\"%s\",\"attempt\":0,\"dueAt\":\"2031-01-01T00:00:00Z\"}]}"
                .formatted(story.upload().uploadId(), state);
    }

    private String refused(String state, String code) {
        return """
                {"uploads":[{"uploadId":"%s","done":false,"state":"%s","attempt":1,"dueAt":"2030-01-01T00:00:00Z",
                  "why":{"code":"%s","message":"It is out already: %s","fix":"Too late"}}]}
                """.formatted(story.upload().uploadId(), state, code, state);
    }

    private ValidatableResponse clip() {
        return given().get("/v1/clips/" + story.upload().clipId())
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\""));
    }

    private ValidatableResponse explanation() {
        return given().get("/v1/uploads/" + story.upload().uploadId() + "/explanation")
                .then();
    }

    private ValidatableResponse cancel() {
        return given().delete("/v1/clips/" + story.upload().clipId()).then();
    }

    private ValidatableResponse post(String what) {
        return given().post("/v1/clips/" + story.upload().clipId() + what).then();
    }

    private ValidatableResponse patch(String ifMatch, String body) {
        return (ifMatch == null ? given() : given().header("If-Match", ifMatch))
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/clips/" + story.upload().clipId())
                .then();
    }
}
