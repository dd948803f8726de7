package io.cliprelay.gateway.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.TopicReader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class BatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String MEDIA = "media";

    @Inject
    AgroalDataSource database;

    private final String key = UUID.randomUUID().toString();
    private final Object media = Gateway.clip().get(MEDIA);

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void eachRowIsTakenOrRefusedByItself() {
        Response answer = json(List.of(titled("First"), without("title"), titled("Third")));

        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1))
                .body("items.row", equalTo(List.of(0, 1, 2)))
                .body("items.status", equalTo(List.of(202, 422, 202)))
                .body("items.key", equalTo(List.of(key + "#0", key + "#1", key + "#2")))
                .body("items[0].location", startsWith("/v1/clips/"))
                .body("items[0].clip.title", equalTo("First"))
                .body("items[1].problem.code", equalTo("clip.invalid"))
                .body("items[1].problem.errors[0].pointer", equalTo("/1/title"));
        given().get(answer.<String>path("items[2].location"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Third"));
    }

    @Test
    void eachClipThatIsTakenIsToldOf() {
        Response answer = json(List.of(titled("One"), titled("Two")));

        try (TopicReader told = TopicReader.of(Topics.CLIP_EVENTS)) {
            for (String id : answer.<List<String>>path("items.clip.id")) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(told.about(id)).hasSize(1));
            }
        }
    }

    @Test
    void sentAgainAfterAPartialFailureItTakesTheRestAndRepeatsNothing() {
        Response first = json(List.of(titled("First"), without("title")));
        Response again = json(List.of(titled("First"), titled("Second")));

        again.then().statusCode(200).body("accepted", equalTo(2)).body("items.replayed", equalTo(List.of(true, false)));
        assertThat(again.<String>path("items[0].clip.id")).isEqualTo(first.path("items[0].clip.id"));
    }

    @Test
    void aRowUnderAKeyOfAnotherClipIsRefused() {
        json(List.of(titled("First")));

        json(List.of(titled("Other")))
                .then()
                .body("items[0].status", equalTo(422))
                .body("items[0].problem.code", equalTo("idempotency.key-reused"));
    }

    @Test
    void rowsMayBringKeysOfTheirOwnWhichAreThoseOfSingleClips() {
        String own = UUID.randomUUID().toString();
        Map<String, Object> clip = titled("Own");
        Response single = Gateway.submit(own, clip);

        Response batch = given().contentType(ContentType.JSON)
                .body(List.of(with(clip, "idempotencyKey", own)))
                .post("/v1/clips/batch");

        batch.then()
                .body("items[0].key", equalTo(own))
                .body("items[0].replayed", equalTo(true))
                .body("items[0].clip.id", equalTo(single.path("id")));
    }

    @Test
    void aKeyThatComesTwiceInABatchIsOneClip() {
        String own = UUID.randomUUID().toString();
        Map<String, Object> clip = with(titled("Twice"), "idempotencyKey", own);

        Response answer = json(List.of(clip, clip, with(titled("Other"), "idempotencyKey", own)));

        answer.then()
                .body("items.status", equalTo(List.of(202, 202, 422)))
                .body("items.replayed", equalTo(List.of(false, true, false)));
        assertThat(answer.<String>path("items[1].clip.id")).isEqualTo(answer.path("items[0].clip.id"));
    }

    @Test
    void aRowThatIsBeingWorkedOnElsewhereIsToldSoAndHoldsUpNoOther() throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            Submission held = new Submission(
                    "default", Submission.HTTP, key + "#0", EventJson.decode("{}", ClipSubmission.class));
            statement.execute("select pg_advisory_xact_lock(hashtextextended('%s', 0))"
                    .formatted(SubmissionLedger.lockName(held)));

            json(List.of(titled("First"), titled("Second")))
                    .then()
                    .body("items.status", equalTo(List.of(409, 202)))
                    .body("items[0].problem.code", equalTo("idempotency.in-flight"));
            other.rollback();
        }

        json(List.of(titled("First"), titled("Second"))).then().body("accepted", equalTo(2));
    }

    @Test
    void linesOfJsonAreRows() {
        String body = EventJson.encode(titled("First")) + "\n\n{\"title\": \n" + EventJson.encode(titled("Third"))
                + "\n{\"titel\":\"x\"}\n";

        send(NDJSON, body)
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(202, 400, 202, 400)))
                .body("items[1].problem.errors[0].code", equalTo("json.malformed"))
                .body("items[3].problem.errors[0].code", equalTo("field.unknown"))
                .body("items[3].problem.errors[0].pointer", equalTo("/3/titel"));
    }

    @Test
    void linesOfCsvAreRows() {
        String media = Gateway.clip().get("media").toString();
        String body = """
                title,media,tags,targets,at,privacy
                "By the sea, in May",%1$s,"sea, sand",youtube:demo,2031-05-01T10:00:00Z,unlisted
                ,%1$s,,youtube:demo,,
                Third,%1$s,,youtube:demo,soon,
                """.formatted(media);

        Response answer = send(CSV, body);

        answer.then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(202, 422, 400)))
                .body("items[0].clip.title", equalTo("By the sea, in May"))
                .body("items[0].clip.uploads[0].dueAt", equalTo("2031-05-01T10:00:00Z"))
                .body("items[1].problem.errors[0].pointer", equalTo("/1/title"))
                .body("items[2].problem.errors[0].pointer", equalTo("/2/schedule/at"));
        assertThat(given().queryParam("tag", "sand").get("/v1/clips").<List<String>>path("items.id"))
                .contains(answer.<String>path("items[0].clip.id"));
    }

    @Test
    void aBatchOfManyPortionsIsTakenWhole() {
        List<Map<String, Object>> clips =
                IntStream.range(0, 250).mapToObj(n -> titled("Clip " + n)).toList();

        Response answer = json(clips);

        answer.then().statusCode(200).body("accepted", equalTo(250)).body("items.status", everyItem(equalTo(202)));
        assertThat(answer.<List<String>>path("items.clip.title"))
                .isEqualTo(clips.stream().map(clip -> clip.get("title")).toList());
    }

    @Test
    void aBatchHasABoundOfRows() {
        String body = IntStream.range(0, 1001).mapToObj(n -> "{}").collect(Collectors.joining("\n"));

        send(NDJSON, body).then().statusCode(413).body("code", equalTo("batch.too-many-rows"));
    }

    @Test
    void whatHasNoRowsIsRefused() {
        send("application/json", "[]").then().statusCode(400).body("code", equalTo("batch.empty"));
        send("application/json", "{}").then().statusCode(400).body("code", equalTo("body.unreadable"));
        send("application/json", "[{]").then().statusCode(400).body("code", equalTo("body.unreadable"));
        send(CSV, "title,media\n\"open").then().statusCode(400);
        send("application/xml", "<clips/>").then().statusCode(415);
    }

    @Test
    void rowsWithoutAnyKeyAreRefused() {
        given().contentType(ContentType.JSON)
                .body(List.of(titled("First")))
                .post("/v1/clips/batch")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key-missing"));
    }

    private Response json(List<Map<String, Object>> clips) {
        return send("application/json", EventJson.encode(clips));
    }

    private Response send(String type, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/clips/batch");
    }

    private Map<String, Object> titled(String title) {
        return with(with(Gateway.clip(), MEDIA, media), "title", title);
    }

    private Map<String, Object> without(String field) {
        Map<String, Object> clip = new HashMap<>(titled("none"));
        clip.remove(field);
        return clip;
    }

    private static Map<String, Object> with(Map<String, Object> clip, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(clip);
        changed.put(field, value);
        return changed;
    }
}
