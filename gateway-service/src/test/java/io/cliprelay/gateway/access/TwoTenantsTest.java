package io.cliprelay.gateway.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Ids;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.Media;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class TwoTenantsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void eachHasAnAccount() {
        try (TopicWriter workers = TopicWriter.open()) {
            Gateway.describe(workers, Gateway.youtube());
            Gateway.connect(workers, "acme", Gateway.PLATFORM, "acme-channel");
            Gateway.connect(workers, "globex", Gateway.PLATFORM, "globex-channel");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            as("acme-key").get("/v1/platforms").then().body("items.platform", hasItem(Gateway.PLATFORM));
            as("acme-key").get("/v1/accounts").then().body("items.name", equalTo(List.of("acme-channel")));
            as("globex-key").get("/v1/accounts").then().body("items.name", equalTo(List.of("globex-channel")));
        });
    }

    @Test
    void withoutAValidKeyNobodyPasses() {
        given().get("/v1/clips")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("access.key-unknown"));
        as("guessed").get("/v1/platforms").then().statusCode(401);
        as("guessed")
                .body("{")
                .contentType(ContentType.JSON)
                .post("/v1/clips")
                .then()
                .statusCode(401);
        given().header("Authorization", "Basic YTpi").get("/v1/clips").then().statusCode(401);
    }

    @Test
    void anotherTenantsClipDoesNotExist() {
        String clip =
                submit("acme-key", UUID.randomUUID().toString(), "acme-channel").path("id");

        as("acme-key").get("/v1/clips/" + clip).then().statusCode(200);
        as("globex-key").get("/v1/clips/" + clip).then().statusCode(404).body("code", equalTo("clip.not-found"));
        as("globex-key").get("/v1/clips/" + clip + "/events").then().statusCode(404);
        as("globex-key").get("/v1/clips").then().body("items.id", not(hasItem(clip)));
        as("acme-key").get("/v1/clips").then().body("items.id", hasItem(clip));
    }

    @Test
    void anotherTenantsClipCannotBeChangedNorExplained() {
        Response accepted = submit("acme-key", UUID.randomUUID().toString(), "acme-channel");
        String clip = "/v1/clips/" + accepted.path("id");
        String upload = "/v1/uploads/" + accepted.path("uploads[0].id");

        as("globex-key").delete(clip).then().statusCode(404).body("code", equalTo("clip.not-found"));
        as("globex-key").post(clip + "/pause").then().statusCode(404);
        as("globex-key").post(clip + "/resume").then().statusCode(404);
        as("globex-key")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"mine\"}")
                .patch(clip)
                .then()
                .statusCode(404);
        as("globex-key").get(upload).then().statusCode(404).body("code", equalTo("upload.not-found"));
        as("globex-key").get(upload + "/explanation").then().statusCode(404);
        as("globex-key").get(upload + "/attempts").then().statusCode(404);
        as("globex-key").post(upload + "/retry").then().statusCode(404);
    }

    @Test
    void anotherTenantsAccountIsAnsweredAsOneThatDoesNotExist() {
        String theirId =
                Ids.account("globex", Gateway.PLATFORM, "globex-channel").toString();

        for (String account :
                List.of("globex-channel", theirId, "nobody", UUID.randomUUID().toString())) {
            submit("acme-key", UUID.randomUUID().toString(), account)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/targets/0/account")))
                    .body("errors[0].code", equalTo("account.unknown"))
                    .body("errors[0].detail", equalTo("You have no account \"" + account + "\" on youtube."))
                    .body("errors[0].fix", equalTo("Use one of: acme-channel."));
        }
    }

    @Test
    void eachTenantHasKeysOfItsOwn() {
        String key = UUID.randomUUID().toString();
        String acme = submit("acme-key", key, "acme-channel").path("id");

        submit("globex-key", key, "globex-channel").then().statusCode(202).body("id", not(equalTo(acme)));
    }

    @Test
    void whenAnalyticsIsOutOfOrderTheCallerIsToldSo() {
        as("acme-key")
                .get("/v1/analytics/summary")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("analytics.unavailable"))
                .body("retryable", equalTo(true))
                .body("errors", empty());
    }

    private static Response submit(String apiKey, String key, String account) {
        return as(apiKey)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "media",
                        Media.mp4().toString(),
                        "title",
                        "Holiday",
                        "targets",
                        List.of(Map.of("platform", Gateway.PLATFORM, "account", account))))
                .post("/v1/clips");
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
