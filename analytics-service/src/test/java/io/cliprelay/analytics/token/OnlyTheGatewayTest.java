package io.cliprelay.analytics.token;

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

    private static final String PLACE = "/analytics/summary?tenant=acme";

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
        asking(tokens.mint("scheduler")).get(PLACE).then().statusCode(401);
    }

    @Test
    void theGatewayIs() {
        asking(tokens.mint("analytics")).get(PLACE).then().statusCode(200);
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
