package io.cliprelay.gateway.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ListingTest {

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void clipsAreListedNewestFirstPageByPage() {
        List<String> submitted = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(n -> Gateway.submit(Gateway.clip()).<String>path("id"))
                .toList()
                .reversed());

        Response first = given().queryParam("limit", 2).get("/v1/clips");
        Response second = given().queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/clips");

        assertThat(first.<List<String>>path("items.id")).isEqualTo(submitted.subList(0, 2));
        assertThat(second.<List<String>>path("items.id")).isEqualTo(submitted.subList(2, 4));
        second.then().body("items[0].uploads", hasSize(1));
    }

    @Test
    void theLastPageNamesNoOther() {
        Gateway.submit(Gateway.clip());
        ClipFilter none = new ClipListParameters(
                        "20",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .filter();
        String cursor = ClipCursor.after(new UUID(0, 0), none).text();

        Response last = given().queryParam("cursor", cursor).get("/v1/clips");

        assertThat(last.asString()).isEqualTo("{\"items\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many"})
    void aPageHasFromOneToAHundredClips(String limit) {
        given().queryParam("limit", limit)
                .get("/v1/clips")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("limit.invalid"));
    }

    @Test
    void aCursorThatNeverWasIsRefused() {
        given().queryParam("cursor", "yesterday")
                .get("/v1/clips")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void aPlatformShowsWhatItTakes() {
        given().get("/v1/platforms")
                .then()
                .statusCode(200)
                .body("items.find { it.platform == 'youtube' }.fields[0].rule.maxLength", equalTo(100))
                .body("items.find { it.platform == 'youtube' }.fields[1].parts", hasItem("description"))
                .body("items.find { it.platform == 'youtube' }.media.maxDuration", equalTo("PT12H"))
                .body("items.find { it.platform == 'youtube' }.options.truncate.values", hasItem("true"))
                .body("items.find { it.platform == 'youtube' }.displayName", equalTo("YouTube"));
    }

    @Test
    void theNumbersComeFromAnalytics() {
        given().get("/v1/analytics/summary")
                .then()
                .statusCode(200)
                .body("uploads", equalTo(3))
                .body("platforms[0].platform", equalTo("youtube"))
                .body("platforms[0].reception.views", equalTo(12));
    }

    @Test
    void questionsAreAskedForTheCallersTenantOnlyAndAnswersComeAsTheyAre() {
        given().queryParam("tenant", "someone-else")
                .queryParam("zone", "Europe/Berlin")
                .queryParam("format", "csv")
                .get("/v1/analytics/history")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(equalTo("question\r\ntenant=default&zone=Europe/Berlin&format=csv\r\n"));
    }

    @Test
    void aQuestionThatCannotBeReadIsRefusedAsAnalyticsRefusesIt() {
        given().queryParam("zone", "Mars")
                .get("/v1/analytics/summary")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("zone.invalid"));
    }

    @Test
    void theApiIsDescribedAndCanBeTried() {
        String description =
                given().get("/q/openapi").then().statusCode(200).extract().asString();

        assertThat(description)
                .contains("title: Cliprelay", "/v1/clips/{id}/events", "application/problem+json", "Idempotency-Key");
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    @Test
    void itSaysWhenItIsReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }
}
