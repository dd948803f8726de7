package io.cliprelay.gateway.submission;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.DatabaseOutage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class DatabaseAwayTest {

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void aSubmissionIsPutOffAndTakenOnceTheDatabaseIsBack() {
        String key = UUID.randomUUID().toString();

        DatabaseOutage.during(() -> assertPutOff(Gateway.submit(key, Gateway.clip())));

        await().untilAsserted(() -> Gateway.submit(key, Gateway.clip()).then().statusCode(202));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/clips", "/v1/clips/0199a1b2-0000-7000-8000-000000000000", "/v1/accounts", "/v1/platforms"})
    void aQuestionIsPutOff(String path) {
        DatabaseOutage.during(() -> assertPutOff(given().get(path)));
    }

    private static void assertPutOff(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("service.database-away"))
                .body("retryable", equalTo(true));
    }
}
