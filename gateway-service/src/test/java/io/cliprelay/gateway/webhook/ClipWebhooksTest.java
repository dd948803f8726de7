package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.SchedulerDouble;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is told of a clip as a whole. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ClipWebhooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECOND = "second";

    private Receiver receiver;
    private String endpoint;
    private TopicWriter others;

    @BeforeEach
    void aReceiverWaits() {
        SchedulerDouble.reset();
        Gateway.knowsYoutubeAndDemo();
        others = TopicWriter.open();
        Gateway.connect(others, Gateway.TENANT, Gateway.PLATFORM, SECOND);
        await().atMost(PATIENCE).until(() -> given().get("/v1/accounts")
                .<List<String>>path("items.name")
                .contains(SECOND));
        receiver = new Receiver();
        endpoint = given().contentType(ContentType.JSON)
                .body(Map.of("url", receiver.url()))
                .post("/v1/webhooks")
                .path("endpoint.id");
    }

    @AfterEach
    void forget() {
        given().delete("/v1/webhooks/" + endpoint);
        receiver.close();
        others.close();
        SchedulerDouble.reset();
    }

    @Test
    void aClipIsToldWhenItIsTakenAndWhenAllOfItIsOut() {
        Clip clip = submit("demo", SECOND);
        clip.first().tell(clip.first().published(1));
        await().atMost(PATIENCE).until(() -> told(clip, "upload.published").size() == 1);
        assertThat(told(clip, "clip.published"))
                .as("while another upload is not out")
                .isEmpty();
        clip.second().tell(clip.second().published(1));

        JsonPath end = one(clip, "clip.published");
        assertThat(end.getList("data.clip.uploads.state")).containsExactly("PUBLISHED", "PUBLISHED");
        assertThat(one(clip, "clip.submitted").getString("data.clip.title")).isEqualTo("Holiday");
    }

    @Test
    void aClipOfWhichAnUploadFailedHasFailedOnceTheOthersAreOver() {
        Clip clip = submit("demo", SECOND);
        clip.first().tell(clip.first().failed(1));
        clip.second().tell(clip.second().published(1));

        JsonPath end = one(clip, "clip.failed");
        assertThat(end.getList("data.clip.uploads.state")).containsExactly("FAILED", "PUBLISHED");
        assertThat(told(clip, "clip.published")).isEmpty();
    }

    @Test
    void aCancelledClipIsToldAtOnceWithItsUploads() {
        Clip clip = submit("demo");
        SchedulerDouble.answers("/clip-changes", "{\"remembered\":true,\"uploads\":[]}");

        given().delete("/v1/clips/" + clip.id()).then().statusCode(200);

        assertThat(one(clip, "upload.cancelled").getString("data.upload.cancellation.code"))
                .isEqualTo("clip.cancelled");
        one(clip, "clip.cancelled");
    }

    @Test
    void aClipThatGoesOutAtAnotherTimeIsToldSo() {
        Clip clip = submit("demo");
        SchedulerDouble.answers("/clip-changes", "{\"remembered\":true,\"uploads\":[]}");

        patch(clip, "{\"schedule\":{\"at\":\"2031-01-01T00:00:00Z\"}}");
        patch(clip, "{\"title\":\"Other\"}");

        assertThat(one(clip, "clip.rescheduled").getList("data.clip.uploads.dueAt"))
                .containsExactly("2031-01-01T00:00:00Z");
        assertThat(one(clip, "clip.revised").getString("data.clip.title")).isEqualTo("Other");
    }

    @Test
    void aClipThatWaitsForItsOwnerIsToldSo() {
        Clip clip = submit("demo");
        String held = """
                {"uploads":[{"uploadId":"%s","done":true,"state":"%s","attempt":0,"dueAt":"2030-01-01T00:00:00Z"}]}
                """;
        SchedulerDouble.answers(
                "/clip-changes", held.formatted(clip.first().upload().uploadId(), "HELD"));
        given().post("/v1/clips/" + clip.id() + "/pause").then().statusCode(200);
        SchedulerDouble.answers(
                "/clip-changes", held.formatted(clip.first().upload().uploadId(), "SCHEDULED"));
        given().post("/v1/clips/" + clip.id() + "/resume").then().statusCode(200);

        one(clip, "clip.paused");
        one(clip, "upload.held");
        one(clip, "clip.resumed");
        one(clip, "upload.scheduled");
    }

    private record Clip(String id, List<UploadStory> stories) {
        UploadStory first() {
            return stories.getFirst();
        }

        UploadStory second() {
            return stories.get(1);
        }
    }

    private Clip submit(String... accounts) {
        var accepted = Gateway.submit(Map.of(
                "media",
                Gateway.clip().get("media"),
                "title",
                "Holiday",
                "schedule",
                Map.of("at", "2030-01-01T00:00:00Z"),
                "targets",
                Arrays.stream(accounts)
                        .map(account -> Map.of("platform", Gateway.PLATFORM, "account", account))
                        .toList()));
        accepted.then().statusCode(202);
        return new Clip(
                accepted.path("id"),
                IntStream.range(0, accounts.length)
                        .mapToObj(number -> UploadStory.of(accepted, number, others))
                        .toList());
    }

    private static void patch(Clip clip, String body) {
        given().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/clips/" + clip.id())
                .then()
                .statusCode(200);
    }

    private JsonPath one(Clip clip, String type) {
        await().atMost(PATIENCE).until(() -> !told(clip, type).isEmpty());
        assertThat(told(clip, type).stream().map(Receiver.Received::id).distinct())
                .hasSize(1);
        return JsonPath.from(told(clip, type).getFirst().body());
    }

    private List<Receiver.Received> told(Clip clip, String type) {
        return receiver.received(type).stream()
                .filter(message -> message.body().contains(clip.id()))
                .toList();
    }
}
