package io.cliprelay.kit.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.DatabaseOutage;
import io.cliprelay.kit.testing.LocalStackResource;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProblemResponsesTest {

    @Test
    void anUnknownFieldIsNamedWithWhatCouldBeMeant() {
        given().body("{\"targets\":[{\"platfrom\":\"youtube\"}]}")
                .post("/fail/json")
                .then()
                .statusCode(400)
                .contentType(ProblemResponses.PROBLEM_JSON)
                .body("code", equalTo("body.unreadable"))
                .body("category", equalTo("invalid-input"))
                .body("errors[0].pointer", equalTo("/targets/0/platfrom"))
                .body("errors[0].code", equalTo("field.unknown"))
                .body("errors[0].fix", containsString("platform"))
                .body("traceId", hasLength(32));
    }

    @Test
    void malformedJsonIsToldWithItsPlace() {
        given().body("{\"title\": \"a\",}")
                .post("/fail/json")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("json.malformed"))
                .body("errors[0].detail", containsString("line 1"));
    }

    @Test
    void aWrongTypeIsToldWithItsPointer() {
        given().body("{\"tags\": 7}")
                .post("/fail/json")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/tags"))
                .body("errors[0].code", equalTo("field.type"));
    }

    @Test
    void aFaultOfOursTellsNothingOfItsInside() {
        when().get("/fail/fault")
                .then()
                .statusCode(500)
                .contentType(ProblemResponses.PROBLEM_JSON)
                .body("code", equalTo("internal"))
                .body("retryable", equalTo(true))
                .body(not(containsString("hunter2")));
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsWhatItIsUntilItIsBack() {
        DatabaseOutage.during(() -> assertAway("/fail/not-at-all"));

        await().untilAsserted(() -> when().get("/fail/not-at-all").then().statusCode(200));
    }

    @Test
    void aDatabaseThatNobodyAnswersForIsAwayToo() {
        assertAway("/fail/port");
    }

    private static void assertAway(String path) {
        when().get(path)
                .then()
                .statusCode(503)
                .contentType(ProblemResponses.PROBLEM_JSON)
                .header("Retry-After", "5")
                .body("code", equalTo("service.database-away"))
                .body("category", equalTo("transient"))
                .body("retryable", equalTo(true))
                .body("detail", containsString("Send the same request again"));
    }

    @Test
    void aPathThatLeadsNowhereIsAProblemToo() {
        when().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType(ProblemResponses.PROBLEM_JSON)
                .body("code", equalTo("not-found"));
    }
}
