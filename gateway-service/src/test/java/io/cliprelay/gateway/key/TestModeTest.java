package io.cliprelay.gateway.key;

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

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.Media;
import io.cliprelay.gateway.access.KeyedDoor;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** What a test-mode key does never reaches a real platform. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class TestModeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMIN = "initech-key";

    private String test;

    @BeforeEach
    void oneAccountIsRealAndOneIsTheSandboxs() {
        try (TopicWriter workers = TopicWriter.open()) {
            Gateway.describe(workers, Gateway.youtube());
            Gateway.connect(workers, "initech", Gateway.PLATFORM, "real");
            Gateway.connectSandbox(workers, "initech", Gateway.PLATFORM, "play");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            as(ADMIN).get("/v1/platforms").then().body("items.platform", hasItem(Gateway.PLATFORM));
            as(ADMIN)
                    .get("/v1/accounts")
                    .then()
                    .body("items.name", containsInAnyOrder("real", "play"))
                    .body("items.find { it.name == 'play' }.sandbox", equalTo(true))
                    .body("items.find { it.name == 'real' }.sandbox", equalTo(false));
        });
        test = make("test", List.of("admin")).path("secret");
        assertThat(test).startsWith("crk_test_");
    }

    @Test
    void aClipForTheSandboxIsTakenAndMarked() {
        Response accepted = submit(test, UUID.randomUUID().toString(), "play");

        accepted.then().statusCode(202);
        assertThat(told(accepted.path("id")).uploads())
                .allSatisfy(upload -> assertThat(upload.content().sandboxOnly()).contains(true));
    }

    @Test
    void aClipForARealAccountIsRefusedByItsPointer() {
        submit(test, UUID.randomUUID().toString(), "real")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/targets/0/account")))
                .body("errors[0].code", equalTo("account.not-sandbox"));
    }

    @Test
    void aTestDoesNotAnswerForWhatIsMeantToGoLive() {
        String key = UUID.randomUUID().toString();
        String tested = submit(test, key, "play").path("id");

        submit(ADMIN, key, "play").then().statusCode(202).body("id", not(equalTo(tested)));
    }

    @Test
    void whatGoesToARealPlatformCannotBeChanged() {
        String real = submit(ADMIN, UUID.randomUUID().toString(), "real").path("uploads[0].id");
        String play = submit(ADMIN, UUID.randomUUID().toString(), "play").path("uploads[0].id");

        settle(real).then().statusCode(403).body("code", equalTo("access.live-key-needed"));
        settle(play).then().statusCode(409).body("code", equalTo("upload.not-unconfirmed"));
        settle(UUID.randomUUID().toString()).then().statusCode(404);
        settle("no-id").then().statusCode(404);
    }

    @Test
    void itMakesNoKeys() {
        as(test).contentType(ContentType.JSON)
                .body("{\"name\":\"a\",\"scopes\":[\"admin\"]}")
                .post("/v1/keys")
                .then()
                .statusCode(403)
                .body("code", equalTo("access.live-key-needed"));
        as(test).get("/v1/keys").then().statusCode(200);
    }

    private static ClipSubmitted told(String clip) {
        try (TopicReader reader = TopicReader.of(Topics.CLIP_EVENTS)) {
            List<ReceivedEvent> events = await().atMost(PATIENCE)
                    .until(() -> reader.about(UUID.fromString(clip)), found -> !found.isEmpty());
            return events.getFirst().data(ClipSubmitted.class);
        }
    }

    private Response settle(String upload) {
        return as(test).contentType(ContentType.JSON)
                .body("{\"published\":false}")
                .post("/v1/uploads/" + upload + "/settle");
    }

    private static Response make(String mode, List<String> scopes) {
        return as(ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("name", mode, "mode", mode, "scopes", scopes))
                .post("/v1/keys");
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
