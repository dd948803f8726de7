package io.cliprelay.gateway.webhook;

import java.sql.Connection;
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
    void whileSecretsAreExchangedBothVerify() {
        Receiver receiver = receiver();
        Response endpoint = endpoint(receiver, PUBLISHED);
        String after = given().post("/v1/webhooks/" + endpoint.path("endpoint.id") + "/secret")
                .path("secret");
        assertThat(after).isNotEqualTo(endpoint.path("secret"));

        test(endpoint);

        Received message = first(receiver, "webhook.test");
        for (String secret : List.of(endpoint.<String>path("secret"), after)) {
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
    void whoSaysGoneIsPaused() {
        Receiver receiver = receiver().answering(410);
        Response endpoint = endpoint(receiver, PUBLISHED);

        test(endpoint);

        await().atMost(PATIENCE).untilAsserted(() -> shown(endpoint)
                .then()
                .body("paused", equalTo(true))
                .body("pausedBecause", containsString("410")));
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
        change(endpoint, Map.of("paused", true));
        test(endpoint);
        execute(
                "update webhook_delivery set attempt = 1, leased_until = now() + interval '1 second' where endpoint_id = '"
                        + endpoint.path("endpoint.id") + "'");

        change(endpoint, Map.of("paused", false));

        first(receiver, "webhook.test");
        awaitLog(endpoint, "items[0].state", "DELIVERED");
        assertThat(receiver.received()).hasSize(1);
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

    private Receiver receiver() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    private Response endpoint(Receiver receiver, String... types) {
        Response made = create(Map.of("url", receiver.url(), "types", List.of(types)));
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

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
