package io.cliprelay.scheduler.token;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.token.ServiceTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OnlyTheGatewayTest {

    private static final String PLACE = "/jobs/6f1a5c1e-52f5-4c1c-9f0b-0f6d3c0f8a51";

    @Inject
    ServiceTokens tokens;

    @Test
    void nobodyElseIsAnswered() {
        given().noFilters()
                .get(PLACE)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("service-token.invalid"));
        asking("no token").get(PLACE).then().statusCode(401);
        asking(tokens.mint("analytics")).get(PLACE).then().statusCode(401);
    }

    @Test
    void theGatewayIs() {
        asking(tokens.mint("scheduler")).get(PLACE).then().statusCode(404);
    }

    @Test
    void healthAndMetricsAreEverybodys() {
        given().noFilters().get("/q/health/live").then().statusCode(200);
        given().noFilters().get("/q/metrics").then().statusCode(200);
    }

    private static RequestSpecification asking(String token) {
        return given().noFilters().header("Authorization", "Bearer " + token);
    }
}
