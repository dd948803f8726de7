package io.cliprelay.gateway.analytics;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.AnalyticsDouble;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.token.ServiceTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A rebuild is asked for at the gateway, which says so to analytics; who may is in EveryOperationTest. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class RebuildTest {

    @Inject
    ServiceTokens tokens;

    @Test
    void isBegunByTheGateway() {
        given().post("/v1/analytics/rebuild").then().statusCode(202).body("startedAt", equalTo("2026-12-01T18:00:00Z"));

        assertThat(tokens.holds(AnalyticsDouble.askedWith().replaceFirst("^Bearer ", ""), "analytics"))
                .isTrue();
    }

    @Test
    void aRepeatWithItsKeyGetsTheFirstAnswer() {
        String key = UUID.randomUUID().toString();

        begin(key).header("Idempotent-Replayed", nullValue());
        begin(key).header("Idempotent-Replayed", "true");
    }

    private static ValidatableResponse begin(String key) {
        return given().header("Idempotency-Key", key)
                .post("/v1/analytics/rebuild")
                .then()
                .statusCode(202)
                .contentType(ContentType.JSON)
                .body("startedAt", equalTo("2026-12-01T18:00:00Z"));
    }

    @Test
    void thatThereWasNoneIsToldAsAnalyticsToldIt() {
        given().get("/v1/analytics/rebuild")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("rebuild.none"));
    }
}
