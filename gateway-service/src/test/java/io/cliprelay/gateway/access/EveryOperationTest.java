package io.cliprelay.gateway.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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
import io.cliprelay.gateway.access.EveryOperation.Rule;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Walks the API as it describes itself, and tries each operation as everyone who may not. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class EveryOperationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A well-formed key that was never made. */
    private static final String NOBODYS = "crk_live_" + "0".repeat(40);

    /** One place of the API and how to call it. */
    private record Operation(String id, String method, String path, List<String> scopes) {}

    private String clip;
    private String upload;
    private String key;
    private String webhook;
    private String account;

    @BeforeEach
    void acmeHasOneOfEach() {
        try (TopicWriter workers = TopicWriter.open()) {
            Gateway.describe(workers, Gateway.youtube());
            Gateway.connect(workers, "acme", Gateway.PLATFORM, "acme-channel");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            as("acme-key").get("/v1/platforms").then().body("items.platform", hasItem(Gateway.PLATFORM));
            as("acme-key").get("/v1/accounts").then().body("items.name", equalTo(List.of("acme-channel")));
        });
        Response accepted = submit();
        clip = accepted.path("id");
        upload = accepted.path("uploads[0].id");
        key = keyWith("read", "acme-key").path("key.id");
        webhook = webhook();
        account = Ids.account("acme", Gateway.PLATFORM, "acme-channel").toString();
    }

    @Test
    void eachOperationIsListedWithTheScopesThatItDeclares() {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(operations().map(Operation::id))
                .as("operations; one that is new wants a line in EveryOperation")
                .containsExactlyInAnyOrderElementsOf(EveryOperation.RULES.keySet());
        operations()
                .filter(operation -> EveryOperation.RULES.containsKey(operation.id()))
                .forEach(operation -> softly.assertThat(operation.scopes())
                        .as("scopes of " + operation.id())
                        .containsExactlyInAnyOrderElementsOf(rule(operation).scopes().stream()
                                .map(Scope::word)
                                .toList()));
        softly.assertAll();
    }

    @Test
    void nobodyPassesWithoutCredentials() {
        SoftAssertions softly = new SoftAssertions();
        operations().forEach(operation -> {
            assertRefused(softly, operation, call(operation, given()), 401, "access.key-unknown");
            assertRefused(softly, operation, call(operation, as(NOBODYS)), 401, "access.key-unknown");
        });
        softly.assertAll();
    }

    @Test
    void nobodyPassesWithTooSmallAScope() {
        SoftAssertions softly = new SoftAssertions();
        Arrays.stream(Scope.values()).filter(scope -> scope != Scope.ADMIN).forEach(scope -> {
            String small = keyWith(scope.word(), "acme-key").path("secret");
            operations()
                    .filter(operation -> !rule(operation).scopes().contains(scope))
                    .forEach(operation ->
                            assertRefused(softly, operation, call(operation, as(small)), 403, "access.scope-missing"));
        });
        softly.assertAll();
    }

    @Test
    void aTestModeKeyChangesNothingReal() {
        String testing = as("acme-key")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"trial\",\"mode\":\"test\",\"scopes\":[\"admin\"]}")
                .post("/v1/keys")
                .path("secret");
        SoftAssertions softly = new SoftAssertions();
        operations()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation -> !EveryOperation.LOOKS_ITSELF.contains(operation.id()))
                .forEach(operation ->
                        assertRefused(softly, operation, call(operation, as(testing)), 403, "access.live-key-needed"));
        softly.assertAll();
    }

    @Test
    void nothingOfAnotherTenantIsThere() {
        SoftAssertions softly = new SoftAssertions();
        operations().forEach(operation -> {
            Response response = call(operation, as("globex-key"));
            softly.assertThat(response.asString())
                    .as("what globex is told by " + operation)
                    .doesNotContain("acme-channel");
            if (operation.path().contains("{")) {
                softly.assertThat(response.statusCode())
                        .as("globex: " + operation)
                        .isEqualTo(404);
            } else {
                softly.assertThat(response.asString())
                        .as("globex: " + operation)
                        .doesNotContain(clip, upload, key, webhook);
            }
        });
        softly.assertAll();
        as("acme-key").get("/v1/clips/" + clip).then().statusCode(200);
        as("acme-key").get("/v1/keys").then().body("items.find { it.id == '" + key + "' }.revokedAt", equalTo(null));
    }

    private static void assertRefused(
            SoftAssertions softly, Operation operation, Response response, int status, String code) {
        softly.assertThat(response.statusCode()).as(operation.toString()).isEqualTo(status);
        softly.assertThat(response.contentType()).as(operation.toString()).startsWith("application/problem+json");
        softly.assertThat(response.<String>path("code"))
                .as(operation.toString())
                .isEqualTo(code);
    }

    private Response call(Operation operation, RequestSpecification request) {
        RequestSpecification ready = rule(operation)
                .body()
                .map(body -> request.contentType(ContentType.JSON).body(body))
                .orElse(request);
        return ready.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                // A stream that begins would not end.
                .header("Last-Event-ID", "msg_none")
                .request(operation.method(), operation.path().replaceAll("\\{\\w+}", idFor(operation.path())));
    }

    private String idFor(String path) {
        return Map.of(
                        "/v1/clips", clip,
                        "/v1/uploads", upload,
                        "/v1/keys", key,
                        "/v1/webhooks", webhook,
                        "/v1/slots", account)
                .entrySet()
                .stream()
                .filter(place -> path.startsWith(place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("none");
    }

    private static Rule rule(Operation operation) {
        assertThat(EveryOperation.RULES).containsKey(operation.id());
        return EveryOperation.RULES.get(operation.id());
    }

    private static Stream<Operation> operations() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept(ContentType.JSON).get("/q/openapi?format=json").path("paths");
        return paths.entrySet().stream().flatMap(path -> path.getValue().entrySet().stream()
                .map(method -> operation(path.getKey(), method.getKey(), method.getValue())));
    }

    @SuppressWarnings("unchecked")
    private static Operation operation(String path, String method, Map<String, Object> described) {
        return new Operation(
                String.valueOf(described.get("operationId")), method.toUpperCase(Locale.ROOT), path, (List<String>)
                        described.getOrDefault("x-scopes", List.of()));
    }

    private static Response keyWith(String scope, String admin) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", scope, "scopes", List.of(scope)))
                .post("/v1/keys");
    }

    private static String webhook() {
        List<String> there = as("acme-key").get("/v1/webhooks").path("items.id");
        return there.isEmpty()
                ? as("acme-key")
                        .contentType(ContentType.JSON)
                        .body("{\"url\":\"https://hooks.example.org/\"}")
                        .post("/v1/webhooks")
                        .path("endpoint.id")
                : there.getFirst();
    }

    private static Response submit() {
        return as("acme-key")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "media",
                        Media.mp4().toString(),
                        "title",
                        "Holiday",
                        "targets",
                        List.of(Map.of("platform", Gateway.PLATFORM, "account", "acme-channel"))))
                .post("/v1/clips");
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
