package io.cliprelay.gateway.live;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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
    void aWatcherSeesTheUploadAsItIsThenAsItMovesUntilTheEnd() {
        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(() -> watcher.states().equals(List.of("SCHEDULED")));
            story.tell(story.queued(1));
            story.tell(story.started(1));
            await().atMost(PATIENCE).until(() -> watcher.states().contains("UPLOADING"));
            // Progress is told to whoever can take it just then, and not kept.
            await().atMost(PATIENCE).until(() -> {
                story.progress(250);
                return !watcher.named("progress").isEmpty();
            });
            story.tell(story.processing(1));
            story.tell(story.published(1));
            await().atMost(PATIENCE).until(watcher::ended);

            assertThat(watcher.states()).containsExactly("SCHEDULED", "QUEUED", "UPLOADING", "PROCESSING", "PUBLISHED");
            assertThat(watcher.named("upload").getLast()).contains("\"permalink\":\"https://example.org/vid1\"");
            assertThat(watcher.named("progress").getFirst())
                    .contains(
                            "\"bytesSent\":250",
                            "\"phase\":\"transferring\"",
                            story.upload().uploadId().toString());
        }
    }

    @Test
    void aWatcherOfAFinishedClipSeesItAndIsDone() {
        story.tell(story.failed(1));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/v1/clips/" + accepted.path("id"))
                .then()
                .body("uploads[0].state", equalTo("FAILED")));

        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(watcher::ended);

            assertThat(watcher.states()).containsExactly("FAILED");
        }
    }

    @Test
    void aWatcherWhoComesLaterSeesNoStepBack() {
        story.tell(story.queued(1));
        story.tell(story.started(1));
        try (Watcher watcher = watch()) {
            await().atMost(PATIENCE).until(() -> watcher.states().contains("UPLOADING"));
            story.tell(story.queued(1));
            story.tell(story.processing(1));
            await().atMost(PATIENCE).until(() -> watcher.states().contains("PROCESSING"));

            assertThat(watcher.states().indexOf("UPLOADING"))
                    .isEqualTo(watcher.states().lastIndexOf("UPLOADING"));
            assertThat(watcher.states().indexOf("QUEUED"))
                    .isLessThan(watcher.states().indexOf("UPLOADING"));
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
            await().atMost(PATIENCE).until(() -> !watcher.states().isEmpty());
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("cliprelay_live_clips(\\{[^}]*\\})? 0\\.0"));
    }

    @Test
    void aClipThatDoesNotExistCannotBeWatched() {
        given().get("/v1/clips/" + UUID.randomUUID() + "/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("clip.not-found"));
    }

    private Watcher watch() {
        return Watcher.of(gateway.resolve("/v1/clips/" + accepted.path("id") + "/events"));
    }
}
