package io.cliprelay.gateway.problem;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.GatewayStack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ProblemDescriptionTest {

    private static final String DESCRIPTION = "/q/openapi?format=json";

    @Test
    void everyAnswerThatIsAnErrorHasAProblemForItsBody() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept(ContentType.JSON).get(DESCRIPTION).path("paths");

        SoftAssertions softly = new SoftAssertions();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            Map<String, Map<String, Map<String, Object>>> responses = responses(operation);
            softly.assertThat(responses).as(method + " " + path).containsKeys("401", "403", "429", "500", "503");
            responses.forEach((status, response) -> {
                if (status.compareTo("400") >= 0) {
                    softly.assertThat(String.valueOf(response.get("content")))
                            .as(status + " of " + method + " " + path)
                            .contains("application/problem+json", "#/components/schemas/Problem");
                }
            });
        }));
        softly.assertAll();
    }

    @Test
    void aProblemIsDescribedOnce() {
        given().accept(ContentType.JSON)
                .get(DESCRIPTION)
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Cliprelay"))
                .body("components.schemas.Problem.properties.retryable.type", equalTo("boolean"))
                .body(
                        "components.schemas.Problem.properties.errors.items.'$ref'",
                        equalTo("#/components/schemas/FieldError"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Map<String, Object>>> responses(Map<String, Object> operation) {
        return (Map<String, Map<String, Map<String, Object>>>) operation.get("responses");
    }
}
