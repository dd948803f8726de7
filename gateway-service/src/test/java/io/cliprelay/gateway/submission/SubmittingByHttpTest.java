package io.cliprelay.gateway.submission;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.Media;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class SubmittingByHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void anAcceptedClipIsAnsweredWithItsUploadsAndWhereToSeeThem() {
        Response accepted = Gateway.submit(Gateway.clip());

        accepted.then()
                .statusCode(202)
                .header("Location", matchesRegex(".*/v1/clips/" + accepted.path("id")))
                .body("title", equalTo("Holiday"))
                .body("uploads[0].platform", equalTo("youtube"))
                .body("uploads[0].account", equalTo("demo"))
                .body("uploads[0].state", equalTo("SCHEDULED"))
                .body("uploads[0].attempt", equalTo(0));
    }

    @Test
    void anAcceptedClipCanBeSeen() {
        Response accepted = Gateway.submit(Gateway.clip());

        Response seen = given().get(accepted.header("Location"));

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.asString()).isEqualTo(accepted.asString());
    }

    @Test
    void theOtherServicesAreToldOfAnAcceptedClip() {
        UUID clip = UUID.fromString(Gateway.submit(Gateway.clip()).path("id"));

        ReceivedEvent event = told(clip);
        ClipSubmitted submitted = event.data(ClipSubmitted.class);
        PlannedUpload upload = submitted.uploads().getFirst();

        assertThat(event.key()).isEqualTo(clip.toString());
        assertThat(event.tenant()).isEqualTo("default");
        assertThat(submitted.clipId()).isEqualTo(clip);
        assertThat(upload.uploadId()).isEqualTo(Ids.upload(clip, Gateway.demo()));
        assertThat(upload.accountId()).isEqualTo(Gateway.demo());
        assertThat(upload.dueAt()).isEqualTo(submitted.submittedAt());
        assertThat(upload.content().privacy()).isEqualTo(Privacy.PRIVATE);
        assertThat(upload.content().media().sizeBytes()).contains(1000L);
        assertThat(upload.content().media().lastModified()).isPresent();
        assertThat(upload.content().media().contentType()).contains("video/mp4");
    }

    @Test
    void aScheduleAThumbnailAndAHostedVideoAreAccepted() {
        Map<String, Object> clip = new HashMap<>(Gateway.clip());
        clip.put("media", "https://192.168.7.7/holiday.mp4");
        clip.put("thumbnail", Media.png(2000).toString());
        clip.put("schedule", Map.of("at", "2030-01-31T18:00:00Z"));

        Response accepted = Gateway.submit(clip);

        accepted.then().statusCode(202).body("uploads[0].dueAt", equalTo("2030-01-31T18:00:00Z"));
        PlannedUpload upload = told(UUID.fromString(accepted.path("id")))
                .data(ClipSubmitted.class)
                .uploads()
                .getFirst();
        assertThat(upload.content().thumbnail().orElseThrow().contentType()).contains("image/png");
        assertThat(upload.content().media().sizeBytes()).isEmpty();
    }

    private static ReceivedEvent told(UUID clip) {
        try (TopicReader reader = TopicReader.of(Topics.CLIP_EVENTS)) {
            return await().atMost(PATIENCE)
                    .until(() -> reader.about(clip), found -> !found.isEmpty())
                    .getFirst();
        }
    }

    @Test
    void noKeyNoClip() {
        given().contentType("application/json")
                .body(Gateway.clip())
                .post("/v1/clips")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency.key-missing"))
                .body("errors", equalTo(List.of()));
    }
}
