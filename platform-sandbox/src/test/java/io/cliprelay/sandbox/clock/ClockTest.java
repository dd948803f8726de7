package io.cliprelay.sandbox.clock;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class ClockTest {

    @AfterEach
    void realTimeAgain() {
        given().post("/sandbox/reset").then().statusCode(204);
    }

    @Test
    void theClockIsMovedAndMovesOn() {
        move("{\"advance\":\"PT24H\"}");
        move("{\"advance\":\"PT1H\"}").body("ahead", equalTo("PT25H"));

        assertThat(Duration.between(Instant.now(), now())).isBetween(Duration.ofHours(24), Duration.ofHours(26));
    }

    @Test
    void theClockIsSet() {
        move("{\"set\":\"2031-01-01T00:00:00Z\"}");

        assertThat(now()).isAfterOrEqualTo(Instant.parse("2031-01-01T00:00:00Z"));
    }

    @Test
    void aResetBringsRealTimeBack() {
        move("{\"advance\":\"P2D\"}");

        realTimeAgain();

        given().get("/sandbox/clock").then().body("ahead", equalTo("PT0S"));
    }

    @Test
    void aTimeThatIsNoneIsRefusedByField() {
        given().contentType("application/json")
                .body("{\"advance\":\"a day\"}")
                .post("/sandbox/clock")
                .then()
                .statusCode(400)
                .body(containsString("/advance"));
    }

    private static ValidatableResponse move(String change) {
        return given().contentType("application/json")
                .body(change)
                .post("/sandbox/clock")
                .then()
                .statusCode(200);
    }

    private static Instant now() {
        return Instant.parse(given().get("/sandbox/clock").path("now"));
    }
}
