package io.cliprelay.gateway.live;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
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
import io.cliprelay.gateway.access.KeyedDoor;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Whose streams are whose, and for how long. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class StreamAccessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void twoTenantsHaveAnAccount() {
        try (TopicWriter workers = TopicWriter.open()) {
            Gateway.describe(workers, Gateway.youtube());
            for (String tenant : List.of("acme", "globex")) {
                Gateway.connect(workers, tenant, Gateway.PLATFORM, "watched");
                String account =
                        Ids.account(tenant, Gateway.PLATFORM, "watched").toString();
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                as(tenant + "-key").get("/v1/accounts").then().body("items.id", hasItem(account)));
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        as("acme-key").get("/v1/platforms").then().body("items.platform", hasItem(Gateway.PLATFORM)));
    }

    @Test
    void aTenantIsToldOfItsOwnOnly() {
        try (Watcher acme = watch("acme-key");
                Watcher globex = watch("globex-key")) {
            String ofGlobex = submit("globex");
            String ofAcme = submit("acme");

            await().atMost(PATIENCE).until(() -> acme.ids().contains("msg_" + ofAcme));
            await().atMost(PATIENCE).until(() -> globex.ids().contains("msg_" + ofGlobex));
            assertThat(acme.happened()).containsExactly("clip.submitted");
            assertThat(globex.happened()).containsExactly("clip.submitted");
            as("globex-key")
                    .header("Last-Event-ID", "msg_" + ofAcme)
                    .get("/v1/events")
                    .then()
                    .statusCode(410)
                    .body("code", equalTo("event.gone"));
            as("globex-key").get("/v1/clips/" + ofAcme + "/events").then().statusCode(404);
        }
    }

    @Test
    void aStreamEndsWhenItsKeyIsRevoked() {
        Response key = key(Map.of("name", "to be revoked", "scopes", List.of("read")));
        try (Watcher watcher = watch(key.path("secret"));
                Watcher another = watch("acme-key")) {
            as("acme-key").delete("/v1/keys/" + key.path("key.id")).then().statusCode(204);

            assertEndsForItsAccess(watcher);
            assertThat(another.ended()).isFalse();
        }
    }

    @Test
    void aStreamEndsWhenItsKeyDoes() {
        Response key = key(Map.of(
                "name",
                "ends soon",
                "scopes",
                List.of("read"),
                "expiresAt",
                Instant.now().plusSeconds(3).toString()));
        try (Watcher watcher = watch(key.path("secret"))) {
            assertEndsForItsAccess(watcher);
        }
    }

    private static void assertEndsForItsAccess(Watcher watcher) {
        await().atMost(PATIENCE).until(watcher::ended);
        assertThat(watcher.named("closed")).singleElement().satisfies(closed -> assertThat(
                        closed.data().path("code").asText())
                .isEqualTo("stream.access-ended"));
    }

    private Watcher watch(String key) {
        Watcher watcher = Watcher.of(gateway.resolve("/v1/events"), Map.of("Authorization", "Bearer " + key));
        await().atMost(PATIENCE).until(() -> watcher.named("ready").size() == 1);
        return watcher;
    }

    private static Response key(Map<String, Object> wish) {
        return as("acme-key").contentType(ContentType.JSON).body(wish).post("/v1/keys");
    }

    private static String submit(String tenant) {
        return as(tenant + "-key")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "media",
                        Media.mp4().toString(),
                        "title",
                        "Holiday",
                        "targets",
                        List.of(Map.of("platform", Gateway.PLATFORM, "account", "watched"))))
                .post("/v1/clips")
                .path("id");
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
