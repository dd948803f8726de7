package io.cliprelay.gateway.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Ids;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.Media;
import io.cliprelay.kit.testing.TopicWriter;
import io.cliprelay.kit.testing.fuzz.ApiFuzz;
import io.cliprelay.kit.testing.fuzz.FuzzFindings;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Requests that are made up from the API's own description, good ones and bad ones. {@code benchmarks/run fuzz} sends more. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class ApiFuzzTest {

    private static final int REQUESTS = 600;
    private static final long SEED = 20261130;

    /** Neither of the two is there. */
    private static final Set<String> TOLERATED = Set.of("analytics.unavailable", "scheduler.unavailable");

    @BeforeEach
    void eachHasAnAccount() {
        try (TopicWriter workers = TopicWriter.open()) {
            Gateway.describe(workers, Gateway.youtube());
            Gateway.connect(workers, "umbrella", Gateway.PLATFORM, "umbrella-channel");
            Gateway.connect(workers, "hooli", Gateway.PLATFORM, "hooli-channel");
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            as("umbrella-key").get("/v1/platforms").then().body("items.platform", hasItem(Gateway.PLATFORM));
            as("umbrella-key").get("/v1/accounts").then().body("items.name", equalTo(List.of("umbrella-channel")));
            as("hooli-key").get("/v1/accounts").then().body("items.name", equalTo(List.of("hooli-channel")));
        });
    }

    @Test
    void nothingBreaksTheGatewayNorTellsWhatIsAnothers() throws Exception {
        ApiFuzz.Caller umbrella = caller("umbrella", submit("umbrella"), List.of("hooli-channel", "Secret of hooli"));
        ApiFuzz.Caller hooli = caller("hooli", submit("umbrella"), List.of("umbrella-channel", "Secret of umbrella"));

        FuzzFindings findings = new ApiFuzz(
                        URI.create("http://127.0.0.1:" + RestAssured.port),
                        List.of(umbrella, hooli),
                        8,
                        Duration.ofSeconds(30),
                        TOLERATED)
                .run(REQUESTS, SEED);

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(findings.serverErrors()).as("answers from 500").isEmpty();
        softly.assertThat(findings.leaks()).as("leaks").isEmpty();
        softly.assertThat(findings.hangs()).as("hangs").isEmpty();
        softly.assertThat(findings.cuts()).as("connections cut").isEmpty();
        softly.assertThat(findings.statuses()).as("good ones, and bad ones").containsKeys(200, 400, 404, 422);
        softly.assertAll();
    }

    /** @param clip that is referred to by its id, whoever's it is */
    private static ApiFuzz.Caller caller(String tenant, Response clip, List<String> foreign) {
        return new ApiFuzz.Caller(
                tenant + "-key",
                Map.of(
                        "id", List.of(clip.path("id"), clip.path("uploads[0].id")),
                        "accountId",
                                List.of(Ids.account("umbrella", Gateway.PLATFORM, "umbrella-channel")
                                        .toString()),
                        "platform", List.of(Gateway.PLATFORM),
                        "account", List.of(tenant + "-channel"),
                        "media", List.of(Media.mp4().toString()),
                        "If-Match", List.of("*")),
                foreign);
    }

    private static Response submit(String tenant) {
        return as(tenant + "-key")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "media",
                        Media.mp4().toString(),
                        "title",
                        "Secret of " + tenant,
                        "targets",
                        List.of(Map.of("platform", Gateway.PLATFORM, "account", tenant + "-channel"))))
                .post("/v1/clips");
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
