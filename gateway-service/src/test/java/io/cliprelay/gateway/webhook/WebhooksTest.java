package io.cliprelay.gateway.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.gateway.webhook.Receiver.Received;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** With real endpoints, and the verifier that the specification's authors give to receivers. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class WebhooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PUBLISHED = "upload.published";

    @Inject
    AgroalDataSource database;

    private final List<Receiver> receivers = new ArrayList<>();
    private final List<String> endpoints = new ArrayList<>();
    private TopicWriter others;

    @BeforeEach
    void aWorkerIsThere() {
        Gateway.knowsYoutubeAndDemo();
        others = TopicWriter.open();
    }

    @AfterEach
    void forget() {
        endpoints.forEach(id -> given().delete("/v1/webhooks/" + id));
        receivers.forEach(Receiver::close);
        others.close();
    }

    @Test
    void whatHappensIsToldAsTheOfficialVerifierExpectsIt() throws WebhookVerificationException {
        Receiver receiver = receiver();
        Response endpoint = endpoint(receiver, PUBLISHED);
        assertThat(endpoint.statusCode()).isEqualTo(201);
        UploadStory story = published();

        Received message = first(receiver, PUBLISHED);

        Webhook verifier = new Webhook(endpoint.<String>path("secret"));
        verifier.verify(message.body(), message.headers());
        assertThatThrownBy(() -> verifier.verify(message.body() + " ", message.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(message.body())
                .contains(
                        story.upload().uploadId().toString(),
                        story.upload().clipId().toString())
                .contains("\"state\":\"PUBLISHED\"", "\"account\":\"demo\"");
        assertThat(receiver.received()).as("only what it asked for").allSatisfy(other -> assertThat(other.body())
                .contains(PUBLISHED));
        awaitLog(endpoint, "items[0].state", "DELIVERED");
    }

    @Test
    void whatFailsIsTriedAgainWithTheSameIdAndBody() {
        Receiver receiver = receiver().answering(500, 301);
        Response endpoint = endpoint(receiver, PUBLISHED);

        published();

        awaitLog(endpoint, "items[0].state", "DELIVERED");
        List<Received> messages = receiver.received();
        assertThat(messages).hasSize(3);
        assertThat(messages.stream().map(Received::id).distinct()).hasSize(1);
        assertThat(messages.stream().map(Received::body).distinct()).hasSize(1);
        deliveries(endpoint)
                .then()
                .body("items[0].attempts.result", equalTo(List.of("HTTP 500", "HTTP 301", "HTTP 200")));
    }

    @Test
    void whatNobodyTakesEndsAsFailedAndCanBeReplayed() {
        Receiver receiver = receiver().answering(500, 500, 500, 500);
        Response endpoint = endpoint(receiver, PUBLISHED);
        published();
        awaitLog(endpoint, "items[0].state", "FAILED");
        String event = receiver.received().getFirst().id();

        replay(endpoint, Map.of("eventId", event)).then().statusCode(202).body("deliveries", equalTo(1));

        awaitLog(endpoint, "items[0].state", "DELIVERED");
        assertThat(receiver.received()).hasSize(5).allSatisfy(message -> assertThat(message.id())
                .isEqualTo(event));
        replay(endpoint, Map.of("eventId", "msg_unknown")).then().body("deliveries", equalTo(0));
    }

    @Test
    void whatHappenedWhileItWasPausedCanBeReplayedByItsTime() {
        Receiver receiver = receiver();
        Response endpoint = endpoint(receiver, PUBLISHED);
        Instant before = Instant.now().minusSeconds(1);
        change(endpoint, Map.of("paused", true)).then().statusCode(200).body("paused", equalTo(true));
        UploadStory story = published();
        awaitStored(story);
        change(endpoint, Map.of("paused", false)).then().body("paused", equalTo(false));
        assertThat(receiver.received()).isEmpty();

        replay(endpoint, Map.of("from", before.toString())).then().statusCode(202);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.received(PUBLISHED))
                .anySatisfy(message -> assertThat(message.body())
                        .contains(story.upload().uploadId().toString())));
    }

    @Test
    void whileSecretsAreExchangedAllVerifyAlsoWhereAnAnswerWasLost() {
        Receiver receiver = receiver();
        Response endpoint = endpoint(receiver, PUBLISHED);
        String lost = given().post(place(endpoint) + "/secret").path("secret");
        String after = given().post(place(endpoint) + "/secret").path("secret");
        assertThat(List.of(lost, after)).doesNotHaveDuplicates().doesNotContain(endpoint.<String>path("secret"));

        test(endpoint);

        Received message = first(receiver, "webhook.test");
        for (String secret : List.of(endpoint.<String>path("secret"), lost, after)) {
            assertThatNoException().isThrownBy(() -> new Webhook(secret).verify(message.body(), message.headers()));
        }
        assertThat(given().get("/v1/webhooks").asString()).doesNotContain("whsec_");
    }

    @Test
    void anEndpointThatDoesNotAnswerDelaysNoOtherAndIsAskedByFewAtOnce() {
        Receiver dead = receiver().silent();
        Receiver alive = receiver();
        Response toDead = endpoint(dead, PUBLISHED);
        Response toAlive = endpoint(alive, PUBLISHED);
        for (int count = 0; count < 10; count++) {
            test(toDead);
        }
        await().atMost(PATIENCE).until(() -> dead.waiting() == 4);

        test(toAlive);

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(alive.received("webhook.test")).hasSize(1));
        assertThat(dead.waiting()).isEqualTo(4);
    }

    @Test
    void endpointsThatDoNotAnswerDelayNoneOfTheirHost() {
        Receiver receiver = receiver().silentAt("/dead");
        for (String dead : List.of("/dead/1", "/dead/2")) {
            Response endpoint = endpoint(receiver.url(dead), PUBLISHED);
            for (int count = 0; count < 4; count++) {
                test(endpoint);
            }
        }
        await().atMost(Duration.ofSeconds(8)).until(() -> receiver.waiting() == 8);

        test(endpoint(receiver.url("/alive"), PUBLISHED));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(receiver.received()).hasSize(9));
    }

    @Test
    void aTenantWhoseEndpointsDoNotAnswerHasOnlySoManyMessagesOnTheirWay() {
        Receiver receiver = receiver().silent();
        for (int number = 0; number < 4; number++) {
            Response endpoint = endpoint(receiver.url("/" + number), PUBLISHED);
            for (int count = 0; count < 4; count++) {
                test(endpoint);
            }
        }

        await().atMost(Duration.ofSeconds(8)).until(() -> receiver.waiting() == 10);
        await().during(Duration.ofMillis(800)).atMost(Duration.ofSeconds(2)).until(() -> receiver.waiting() == 10);
    }

    @Test
    void whoSaysGoneIsPaused() {
        Receiver receiver = receiver().answering(410);
        Response endpoint = endpoint(receiver, PUBLISHED);

        test(endpoint);

        await().atMost(PATIENCE).untilAsserted(() -> shown(endpoint)
                .then()
                .body("paused", equalTo(true))
                .body("pausedBecause", containsString("410")));
        given().post(place(endpoint) + "/test").then().statusCode(409).body("code", equalTo("webhook.paused"));
        change(endpoint, Map.of("paused", false)).then().body("pausedBecause", equalTo(null));
    }

    @Test
    void whoTookNothingForTooLongIsPaused() throws SQLException {
        Receiver receiver = receiver().answering(500);
        Response endpoint = endpoint(receiver, PUBLISHED);
        execute("update webhook_endpoint set failing_since = now() - interval '25 hours' where id = '"
                + endpoint.path("endpoint.id") + "'");

        test(endpoint);

        await().atMost(PATIENCE).untilAsserted(() -> shown(endpoint)
                .then()
                .body("paused", equalTo(true))
                .body("pausedBecause", containsString("HTTP 500")));
    }

    @Test
    void whatADeadReplicaHadTakenIsSentByAnother() throws SQLException {
        Receiver receiver = receiver();
        Response endpoint = endpoint(receiver, PUBLISHED);
        execute("""
                with noted as (
                    insert into webhook_event (id, tenant, type, body, at)
                    values ('msg_taken', 'default', 'webhook.test', '{"type":"webhook.test"}', now()) returning id)
                insert into webhook_delivery (endpoint_id, event_id, due_at, attempt, leased_until)
                select '%s', id, now(), 1, now() + interval '1 second' from noted
                """.formatted(endpoint.<String>path("endpoint.id")));

        first(receiver, "webhook.test");
        awaitLog(endpoint, "items[0].state", "DELIVERED");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void anEndpointThatIsBeingDeletedStopsNoUpload() throws SQLException {
        Response endpoint = endpoint(receiver(), PUBLISHED);
        UploadStory story;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "delete from webhook_endpoint where id = '" + endpoint.path("endpoint.id") + "'");
            story = published();
            awaitWaitingForALock();
            connection.commit();
        }

        awaitStored(story);
    }

    @Test
    void anEndpointCanBeDeletedWhileItsAnswerIsNoted() throws SQLException {
        Receiver receiver = receiver().silent().answering(500);
        Response endpoint = endpoint(receiver, PUBLISHED);
        String id = endpoint.path("endpoint.id");
        test(endpoint);
        await().atMost(Duration.ofSeconds(8)).until(() -> receiver.waiting() == 1);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select from webhook_endpoint where id = '" + id + "' for update");
            receiver.speak();
            awaitWaitingForALock();

            execute(connection, "delete from webhook_endpoint where id = '" + id + "'");
            connection.commit();
        }

        shown(endpoint).then().statusCode(404);
    }

    @Test
    void aHostThatIsInsideIsNeverSpokenTo() {
        Response endpoint = create(Map.of("url", "https://localhost/hook"));
        endpoints.add(endpoint.path("endpoint.id"));

        test(endpoint);

        await().atMost(PATIENCE).untilAsserted(() -> deliveries(endpoint)
                .then()
                .body("items[0].attempts[0].result", containsString("private or local address")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                              | 422 | /url",
                "{\"url\":\"http://hooks.example.org/\"}                         | 422 | /url",
                "{\"url\":\"https://me:secret@hooks.example.org/\"}              | 422 | /url",
                "{\"url\":\"hooks\"}                                             | 422 | /url",
                "{\"url\":\"https://hooks.example.org/\",\"types\":[\"upload.sold\"]} | 422 | /types/0",
                "{\"url\":\"https://hooks.example.org/\",\"description\":\"a\\u0000\"}  | 400 | /description",
                "{\"url\":\"https://hooks.example.org/\",\"secret\":\"mine\"}    | 400 | /secret",
            })
    void aWishThatCannotBeIsRefusedByField(String body, int status, String pointer) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"from\":\"-999999999-01-01T00:00:00Z\"}                                       | 422 | /from",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"+999999999-12-31T23:59:59Z\"}     | 422 | /to",
                "{\"eventId\":\"msg_\\u0000\"}                                                   | 400 | /eventId",
            })
    void aReplayThatCannotBeIsRefusedByField(String body, int status, String pointer) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(place(endpoint(receiver())) + "/replay")
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    private Receiver receiver() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    private Response endpoint(Receiver receiver, String... types) {
        return endpoint(receiver.url(), types);
    }

    private Response endpoint(String url, String... types) {
        Response made = create(Map.of("url", url, "types", List.of(types)));
        endpoints.add(made.path("endpoint.id"));
        return made;
    }

    private static Response create(Map<String, Object> wish) {
        return given().contentType(ContentType.JSON).body(wish).post("/v1/webhooks");
    }

    private static Response change(Response endpoint, Map<String, Object> wish) {
        return given().contentType(ContentType.JSON).body(wish).patch(place(endpoint));
    }

    private static Response replay(Response endpoint, Map<String, Object> wish) {
        return given().contentType(ContentType.JSON).body(wish).post(place(endpoint) + "/replay");
    }

    private static void test(Response endpoint) {
        given().post(place(endpoint) + "/test").then().statusCode(202);
    }

    private static Response shown(Response endpoint) {
        return given().get(place(endpoint));
    }

    private static Response deliveries(Response endpoint) {
        return given().get(place(endpoint) + "/deliveries");
    }

    private static String place(Response endpoint) {
        return "/v1/webhooks/" + endpoint.path("endpoint.id");
    }

    private static void awaitLog(Response endpoint, String path, String value) {
        await().atMost(PATIENCE).untilAsserted(() -> deliveries(endpoint).then().body(path, equalTo(value)));
    }

    private static Received first(Receiver receiver, String type) {
        return await().atMost(PATIENCE)
                .until(() -> receiver.received(type), messages -> !messages.isEmpty())
                .getFirst();
    }

    private UploadStory published() {
        UploadStory story = UploadStory.of(Gateway.submit(Gateway.clip()), others);
        story.tell(story.queued(1));
        story.tell(story.started(1));
        story.tell(story.published(1));
        return story;
    }

    private static void awaitStored(UploadStory story) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/v1/clips/" + story.upload().clipId())
                        .then()
                        .body("uploads[0].state", equalTo("PUBLISHED")));
    }

    private void awaitWaitingForALock() {
        await().atMost(PATIENCE).until(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet waiting = statement.executeQuery(
                            "select count(*) from pg_stat_activity where wait_event in ('transactionid', 'tuple')"
                                    + " and datname = current_database()")) {
                return waiting.next() && waiting.getInt(1) > 0;
            }
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
