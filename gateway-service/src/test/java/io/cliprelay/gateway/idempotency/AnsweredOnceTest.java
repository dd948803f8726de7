package io.cliprelay.gateway.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.access.KeyedDoor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Whatever is posted beside clips, where nothing is to be done twice. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class AnsweredOnceTest {

    private static final String HOOK = "{\"url\":\"https://hooks.example.org/once\"}";

    @Inject
    AgroalDataSource database;

    @Inject
    Pool pool;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void takeEndpointsAway() {
        for (String tenant : List.of("initech-key", "globex-key")) {
            as(tenant)
                    .get("/v1/webhooks")
                    .<List<String>>path("items.findAll { it.url.endsWith('/once') }.id")
                    .forEach(id -> as(tenant).delete("/v1/webhooks/" + id));
        }
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndMakesNothing() {
        Response first = createWebhook("initech-key", HOOK);

        Response second = createWebhook("initech-key", HOOK);

        first.then().statusCode(201).header("Idempotent-Replayed", nullValue()).header("Location", notNullValue());
        second.then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"))
                .body("endpoint", equalTo(first.path("endpoint")));
        as("initech-key").get("/v1/webhooks").then().body("items.findAll { it.url.endsWith('/once') }", hasSize(1));
    }

    @Test
    void aSecretIsInTheFirstAnswerOnlyAndKeptNowhere() throws SQLException {
        Response hook = createWebhook("initech-key", HOOK);
        String apiKey = UUID.randomUUID().toString();
        Response made = createKey(apiKey);
        Response rotated = rotate(hook, "rotate-" + key);

        createWebhook("initech-key", HOOK).then().body("secret", nullValue());
        createKey(apiKey)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("secret", nullValue())
                .body("key.id", equalTo(made.path("key.id")));
        rotate(hook, "rotate-" + key)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("secret", nullValue());

        made.then().header("Cache-Control", "no-store");
        assertThat(text("select string_agg(r::text, ' ') from answered_request r"))
                .contains(key, apiKey)
                .doesNotContain(hook.<String>path("secret"), made.path("secret"), rotated.path("secret"));
        assertThat(text("select count(*)::text from webhook_old_secret where endpoint_id::text = ?", idOf(hook)))
                .as("rotated once")
                .isEqualTo("1");
    }

    @Test
    void aKeyNamesOneRequest() {
        Response first = createWebhook("initech-key", HOOK);

        createWebhook("initech-key", HOOK.replace("once", "other/once"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency.key-reused"));
        rotate(first, key).then().statusCode(422).body("code", equalTo("idempotency.key-reused"));
    }

    @Test
    void whatIsBeingWorkedOnIsToldAsSuch() throws SQLException {
        Call call = Call.of("initech", false, key, "POST /v1/webhooks", HOOK);
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement lock =
                    other.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, call.lockName());
                lock.execute();
                createWebhook("initech-key", HOOK)
                        .then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .header("Retry-After", "1")
                        .body("code", equalTo("idempotency.in-flight"))
                        .body("retryable", equalTo(true));
            }
            other.rollback();
        }

        createWebhook("initech-key", HOOK).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void manyAtOnceMakeOneThing() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers = IntStream.range(0, 16)
                    .mapToObj(caller -> callers.submit(() -> createWebhook("initech-key", HOOK)))
                    .toList();
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(201, 409);
            }
        }

        createWebhook("initech-key", HOOK).then().statusCode(201).header("Idempotent-Replayed", "true");
        as("initech-key").get("/v1/webhooks").then().body("items.findAll { it.url.endsWith('/once') }", hasSize(1));
    }

    @Test
    void whatFailedLeavesItsKeyFree() {
        String hook = idOf(createWebhook("initech-key", HOOK));
        String test = "/v1/webhooks/" + hook + "/test";
        String name = UUID.randomUUID().toString();
        change(hook, "{\"paused\":true}");
        keyed("initech-key", name)
                .post(test)
                .then()
                .statusCode(409)
                .body("code", not(equalTo("idempotency.in-flight")));
        as("initech-key").get("/v1/idempotency-keys/" + name).then().statusCode(404);
        change(hook, "{\"paused\":false}");

        Response first = keyed("initech-key", name).post(test);

        first.then().statusCode(202).header("Idempotent-Replayed", nullValue());
        Response second = keyed("initech-key", name).post(test);
        second.then().statusCode(202).header("Idempotent-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        String eventId = first.path("eventId");
        String again = UUID.randomUUID().toString();
        replay(hook, again, eventId).then().statusCode(202).header("Idempotent-Replayed", nullValue());
        replay(hook, again, eventId).then().statusCode(202).header("Idempotent-Replayed", "true");
    }

    @Test
    void eachTenantHasKeysOfItsOwn() {
        Response mine = createWebhook("initech-key", HOOK);

        createWebhook("globex-key", HOOK)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .body("endpoint.id", not(equalTo(idOf(mine))));
    }

    @Test
    void aKeyTellsWhatWasDoneWithIt() {
        Response made = createWebhook("initech-key", HOOK);

        as("initech-key")
                .get("/v1/idempotency-keys/" + key)
                .then()
                .statusCode(200)
                .body("key", equalTo(key))
                .body("items", hasSize(1))
                .body("items[0].operation", equalTo("POST /v1/webhooks"))
                .body("items[0].status", equalTo(201))
                .body("items[0].location", equalTo("/v1/webhooks/" + idOf(made)))
                .body("items[0].answeredAt", notNullValue());
        as("globex-key")
                .get("/v1/idempotency-keys/" + key)
                .then()
                .statusCode(404)
                .body("code", equalTo("idempotency.key-unknown"));
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        keyed("initech-key", "k".repeat(256))
                .contentType(ContentType.JSON)
                .body(HOOK)
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key-invalid"));
    }

    @Test
    void whatIsOldIsForgottenAndItsKeyFree() throws SQLException {
        createWebhook("initech-key", HOOK);
        text("update answered_request set answered_at = now() - interval '31 days' where key = ? returning key", key);

        pool.preparedQuery(OldAnswers.FORGET)
                .execute(Tuple.of(Duration.ofDays(30).toMillis(), 1000))
                .await()
                .indefinitely();

        as("initech-key").get("/v1/idempotency-keys/" + key).then().statusCode(404);
        createWebhook("initech-key", HOOK).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void whateverIsPostedTakesAKey() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept(ContentType.JSON).get("/q/openapi?format=json").path("paths");
        SoftAssertions softly = new SoftAssertions();
        paths.forEach((path, methods) -> {
            if (methods.containsKey("post")) {
                softly.assertThat(String.valueOf(methods.get("post").get("parameters")))
                        .as("POST " + path)
                        .contains("Idempotency-Key");
            }
            // A batch tells so of each row.
            if (methods.containsKey("post") && !path.equals("/v1/clips/batch")) {
                softly.assertThat(String.valueOf(methods.get("post").get("responses")))
                        .as("POST " + path)
                        .contains("409", "422");
            }
        });
        softly.assertThat(paths).containsKey("/v1/webhooks");
        softly.assertAll();
    }

    private Response createWebhook(String tenant, String body) {
        return keyed(tenant, key).contentType(ContentType.JSON).body(body).post("/v1/webhooks");
    }

    private static Response createKey(String name) {
        return keyed("initech-key", name)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"once\",\"scopes\":[\"read\"]}")
                .post("/v1/keys");
    }

    private static Response rotate(Response hook, String name) {
        return keyed("initech-key", name).post("/v1/webhooks/" + idOf(hook) + "/secret");
    }

    private static Response replay(String hook, String name, String eventId) {
        return keyed("initech-key", name)
                .contentType(ContentType.JSON)
                .body(Map.of("eventId", eventId))
                .post("/v1/webhooks/" + hook + "/replay");
    }

    private static void change(String hook, String body) {
        as("initech-key")
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/v1/webhooks/" + hook)
                .then()
                .statusCode(200);
    }

    private static String idOf(Response hook) {
        return hook.path("endpoint.id");
    }

    private String text(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int position = 1; position <= parameters.length; position++) {
                statement.setString(position, parameters[position - 1]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static RequestSpecification keyed(String tenant, String name) {
        return as(tenant).header("Idempotency-Key", name);
    }

    private static RequestSpecification as(String tenant) {
        return given().header("Authorization", "Bearer " + tenant);
    }
}
