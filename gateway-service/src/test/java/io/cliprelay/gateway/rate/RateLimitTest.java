package io.cliprelay.gateway.rate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.access.KeyedDoor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class RateLimitTest {

    @Test
    void whoAsksForTooMuchIsToldWhenToGoOnAndOthersAreServed() {
        for (int left = 2; left >= 0; left--) {
            list("hasty-key")
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"read\";q=3;w=3600")
                    .header("RateLimit", matchesPattern("\"read\";r=" + left + ";t=\\d+"))
                    .header("Retry-After", nullValue());
        }

        list("hasty-key")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", matchesPattern("\"read\";r=0;t=1[12]\\d\\d"))
                .header("Retry-After", matchesPattern("1[12]\\d\\d"))
                .body("code", equalTo("rate.exceeded"))
                .body("retryable", equalTo(true));
        given().header("Authorization", "Bearer hasty-key")
                .get("/v1/keys")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"admin\";q=600000;w=60");
        list("acme-key").statusCode(200).header("RateLimit-Policy", "\"read\";q=600000;w=60");
    }

    private static ValidatableResponse list(String key) {
        return given().header("Authorization", "Bearer " + key).get("/v1/clips").then();
    }
}
