package io.cliprelay.gateway.live;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** One clip's stream. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class WatchingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI gateway;

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
    void aReaderIsToldTheClipAsItIsThenWhatHappensUntilItsEnd() {
        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(() -> watcher.named("snapshot").size() == 1);
            story.tell(story.queued(1));
            story.tell(story.started(1));
            story.tell(story.processing(1));
            story.tell(story.published(1));
            await().atMost(PATIENCE).until(watcher::ended);

            assertThat(watcher.named("snapshot")
                            .getFirst()
                            .data()
                            .at("/uploads/0/state")
                            .asText())
                    .isEqualTo("SCHEDULED");
            assertThat(watcher.happened())
                    .endsWith(
                            "upload.queued",
                            "upload.started",
                            "upload.processing",
                            "upload.published",
                            "clip.published")
                    .doesNotHaveDuplicates();
            assertThat(watcher.ids()).doesNotHaveDuplicates();
            assertThat(watcher.named("upload")
                            .getLast()
                            .data()
                            .at("/data/upload/permalink")
                            .asText())
                    .isEqualTo("https://example.org/vid1");
            assertThat(watcher.named("clip")
                            .getLast()
                            .data()
                            .at("/data/clip/uploads/0/state")
                            .asText())
                    .isEqualTo("PUBLISHED");
        }
    }

    @Test
    void progressIsToldWithBytesRateAndWhatIsLeft() {
        try (Watcher watcher = watch()) {
            // To whoever can take it just then, and not kept.
            await().atMost(PATIENCE).until(() -> {
                story.progress(250);
                return !watcher.named("progress").isEmpty();
            });

            Watcher.Event progress = watcher.named("progress").getFirst();
            assertThat(progress.id()).isEmpty();
            assertThat(progress.data().path("bytesSent").asLong()).isEqualTo(250);
            assertThat(progress.data().path("bytesTotal").asLong()).isEqualTo(1000);
            assertThat(progress.data().path("bytesPerSecond").asLong()).isEqualTo(100);
            assertThat(progress.data().path("secondsLeft").asLong()).isEqualTo(1);
            assertThat(progress.data().at("/upload/uploadId").asText())
                    .isEqualTo(story.upload().uploadId().toString());
        }
    }

    @Test
    void whoComesBackIsToldWhatWasMissedOnceAndInOrder() {
        String last;
        try (Watcher watcher = watch()) {
            story.tell(story.queued(1));
            await().atMost(PATIENCE).until(() -> watcher.happened().contains("upload.queued"));
            last = watcher.lastId();
        }
        story.tell(story.started(1));
        story.tell(story.retry(1));
        story.tell(story.queued(2));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/v1/clips/" + accepted.path("id")).then().body("uploads[0].attempt", equalTo(2)));

        try (Watcher back = watchAfter(last)) {
            await().atMost(PATIENCE).until(() -> back.happened().size() == 3);
            story.tell(story.started(2));
            story.tell(story.failed(2));
            await().atMost(PATIENCE).until(back::ended);

            assertThat(back.named("snapshot")).isEmpty();
            assertThat(back.happened())
                    .containsExactly(
                            "upload.started",
                            "upload.retry-scheduled",
                            "upload.queued",
                            "upload.started",
                            "upload.failed",
                            "clip.failed");
        }
    }

    @Test
    void whoComesBackAfterTheEndIsToldTheRestAndIsDone() {
        String first = submittedEvent();
        story.tell(story.published(1));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/v1/clips/" + accepted.path("id"))
                .then()
                .body("uploads[0].state", equalTo("PUBLISHED")));

        try (Watcher watcher = watchAfter(first)) {
            await().atMost(PATIENCE).until(watcher::ended);
            assertThat(watcher.happened()).containsExactly("upload.published", "clip.published");

            try (Watcher again = watchAfter(watcher.lastId())) {
                await().atMost(PATIENCE).until(again::ended);
                assertThat(again.events()).isEmpty();
            }
        }
    }

    @Test
    void aReaderOfAFinishedClipSeesItAndIsDone() {
        story.tell(story.failed(1));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/v1/clips/" + accepted.path("id"))
                .then()
                .body("uploads[0].state", equalTo("FAILED")));

        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(watcher::ended);

            assertThat(watcher.named("snapshot")
                            .getFirst()
                            .data()
                            .at("/uploads/0/state")
                            .asText())
                    .isEqualTo("FAILED");
        }
    }

    @Test
    void aSilentLineShowsThatItStands() {
        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(() -> watcher.comments() >= 3);
        }
    }

    @Test
    void nobodyIsRememberedWhoHasGone() {
        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(() -> !watcher.events().isEmpty());
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("cliprelay_live_streams(\\{[^}]*\\})? 0\\.0"));
    }

    @Test
    void aClipThatDoesNotExistCannotBeWatched() {
        given().get("/v1/clips/" + UUID.randomUUID() + "/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("clip.not-found"));
    }

    @Test
    void anEventThatIsNotThereIsToldClearly() {
        String another = submittedEvent();
        Response clip = Gateway.submit(Gateway.clip());

        refused(clip, "msg_" + UUID.randomUUID(), 410, "event.gone");
        refused(clip, another, 410, "event.gone");
        refused(clip, "17", 400, "event.no-id");
        given().header("Last-Event-ID", another)
                .get("/v1/clips/" + UUID.randomUUID() + "/events")
                .then()
                .statusCode(404);
        given().header("Last-Event-ID", "msg_" + UUID.randomUUID())
                .get("/v1/events")
                .then()
                .statusCode(410)
                .body("code", equalTo("event.gone"));
    }

    private static void refused(Response clip, String id, int status, String code) {
        given().header("Last-Event-ID", id)
                .get("/v1/clips/" + clip.path("id") + "/events")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    /** The id of the event that told of the clip, once a stream can begin after it. */
    private String submittedEvent() {
        String id = "msg_" + accepted.path("id");
        await().atMost(PATIENCE).until(() -> {
            try (Watcher watcher = watch()) {
                await().atMost(PATIENCE).until(() -> !watcher.events().isEmpty());
                return watcher.ids().contains(id);
            }
        });
        return id;
    }

    private Watcher watch() {
        return Watcher.of(place());
    }

    private Watcher watchAfter(String id) {
        return Watcher.of(place(), Map.of("Last-Event-ID", id));
    }

    private URI place() {
        return gateway.resolve("/v1/clips/" + accepted.path("id") + "/events");
    }
}
