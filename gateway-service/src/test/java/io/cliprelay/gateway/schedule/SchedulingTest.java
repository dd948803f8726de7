package io.cliprelay.gateway.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.SlotChoice;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.SchedulerDouble;
import io.cliprelay.kit.testing.TopicReader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class SchedulingTest {

    private static final Instant SLOT =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(2));

    @BeforeEach
    void know() {
        SchedulerDouble.reset();
        Gateway.knowsYoutubeAndDemo();
    }

    @AfterEach
    void forget() {
        SchedulerDouble.reset();
    }

    @Test
    void whatIsMeantByAWallsClockIsToldAsSuchWithItsInstant() {
        String local = LocalDateTime.now(ZoneId.of("Asia/Tokyo"))
                .plusDays(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();

        Response answer = Gateway.submit(with(Map.of(
                "schedule",
                Map.of("local", local, "zone", "Asia/Tokyo"),
                "priority",
                "bulk",
                "notAfter",
                SLOT.toString())));

        answer.then().statusCode(202).body("uploads[0].forecast", nullValue());
        PlannedUpload planned = told(answer);
        assertThat(planned.wallTime().orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(planned.dueAt())
                .isEqualTo(LocalDateTime.parse(local)
                        .atZone(ZoneId.of("Asia/Tokyo"))
                        .toInstant())
                .isEqualTo(Instant.parse(answer.path("uploads[0].dueAt")));
        assertThat(planned.priority()).contains(Priority.BULK);
        assertThat(planned.notAfter()).contains(SLOT);
        assertThat(SchedulerDouble.requests()).as("nothing is limited").isEmpty();
    }

    @Test
    void theNextFreeSlotIsAskedForAndTold() {
        SchedulerDouble.answers("/forecasts", """
                [{"outcome":"fits","slot":"%1$s","at":"%1$s"}]""".formatted(SLOT));

        Response answer = Gateway.submit(with(Map.of("schedule", Map.of("slot", "next"))));

        answer.then()
                .statusCode(202)
                .body("uploads[0].dueAt", equalTo(SLOT.toString()))
                .body("uploads[0].forecast.outcome", equalTo("fits"));
        PlannedUpload planned = told(answer);
        assertThat(planned.dueAt()).isEqualTo(SLOT);
        assertThat(planned.slot()).isEqualTo(Optional.of(SlotChoice.NEXT));
        assertThat(SchedulerDouble.requests())
                .singleElement()
                .asString()
                .startsWith("POST /forecasts?tenant=default")
                .contains(Gateway.demo().toString())
                .doesNotContain("dueAt");
    }

    @Test
    void anAccountWithoutSlotsIsRefusedWithWhatToDo() {
        SchedulerDouble.answers("/forecasts", "[{\"outcome\":\"no-slot\"}]");

        Gateway.submit(with(Map.of("schedule", Map.of("slot", "next"))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/targets/0"))
                .body("errors[0].code", equalTo("slot.none"));
    }

    @Test
    void aSlotIsNotPromisedWhileTheSchedulerIsAway() {
        Gateway.submit(with(Map.of("schedule", Map.of("slot", "next"))))
                .then()
                .statusCode(503)
                .body("code", equalTo("scheduler.unavailable"))
                .body("retryable", equalTo(true));
    }

    @Test
    void slotsAreCheckedAndPassedOn() {
        SchedulerDouble.answers("/slots/" + Gateway.demo(), """
                {"accountId":"%s","slots":[{"days":["TUESDAY"],"time":"18:00","zone":"Europe/Berlin"}],"next":["%s"]}""".formatted(Gateway.demo(), SLOT));

        put(Gateway.demo(), List.of(Map.of("days", List.of("TUESDAY"), "time", "18:00", "zone", "Europe/Berlin")))
                .then()
                .statusCode(200)
                .body("next", hasItems(SLOT.toString()));
        put(Gateway.demo(), List.of(Map.of("days", List.of("TODAY"), "time", "6pm", "zone", "Here")))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/0/days/0", "/0/time", "/0/zone"));
        put(UUID.randomUUID(), List.of(Map.of("days", List.of("TUESDAY"), "time", "18:00", "zone", "UTC")))
                .then()
                .statusCode(404);
        assertThat(SchedulerDouble.requests())
                .singleElement()
                .asString()
                .startsWith("PUT /slots/" + Gateway.demo() + "?tenant=default&count=10 ")
                .contains("\"TUESDAY\"", "\"18:00\"", "\"Europe/Berlin\"");
    }

    @Test
    void quotasAreThoseOfTheCallersAccounts() {
        SchedulerDouble.answers("/quotas", """
                [{"platform":"youtube","accountId":"%s","limit":"uploads","scope":"app","uploads":100,"planned":3,
                  "nextFreeAt":"%s"}]""".formatted(Gateway.demo(), SLOT));

        given().get("/v1/quotas")
                .then()
                .statusCode(200)
                .body("items[0].limit", equalTo("uploads"))
                .body("items[0].planned", equalTo(3));
        assertThat(SchedulerDouble.requests())
                .singleElement()
                .asString()
                .contains(Gateway.demo().toString());
    }

    private static Response put(UUID account, Object slots) {
        return given().contentType(ContentType.JSON).body(slots).put("/v1/slots/" + account);
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> clip = new HashMap<>(Gateway.clip());
        clip.putAll(more);
        return clip;
    }

    private static PlannedUpload told(Response answer) {
        String clip = answer.path("id");
        try (TopicReader events = TopicReader.of(Topics.CLIP_EVENTS)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !events.about(clip).isEmpty());
            return events.about(clip)
                    .getFirst()
                    .data(ClipSubmitted.class)
                    .uploads()
                    .getFirst();
        }
    }
}
