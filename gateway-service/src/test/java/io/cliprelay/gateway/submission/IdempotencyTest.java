package io.cliprelay.gateway.submission;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
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
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.TopicReader;

import static io.cliprelay.gateway.Gateway.clip;
import static io.cliprelay.gateway.Gateway.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class IdempotencyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAndOneClip() {
        Map<String, Object> clip = clip();
        Response first = submit(key, clip);

        Response second = submit(key, clip);

        first.then().statusCode(202).header("Idempotent-Replayed", nullValue());
        second.then()
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(toldOf(first)).isEqualTo(1);
    }

    @Test
    void whiteSpaceAndTheOrderOfFieldsMakeNoDifference() {
        String media = clip().get("media").toString();
        Response first = submit(
                key,
                "{\"media\":\"" + media
                        + "\",\"title\":\"T\",\"targets\":[{\"platform\":\"youtube\",\"account\":\"demo\"}]}");

        Response second = submit(
                key,
                "{ \"title\": \"T\",\n \"targets\": [ {\"account\":\"demo\", \"platform\":\"youtube\"} ], \"tags\": [], \"media\": \""
                        + media + "\" }");

        second.then().statusCode(202).header("Idempotent-Replayed", "true").body("id", equalTo(first.path("id")));
    }

    @Test
    void aRepeatIsAnsweredEvenWhenItCouldNotBeAcceptedAnyMore() throws Exception {
        Map<String, Object> clip = clip();
        Response first = submit(key, clip);
        Files.delete(Path.of(URI.create(clip.get("media").toString())));

        submit(key, clip).then().statusCode(202).body("id", equalTo(first.path("id")));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Map<String, Object> other = new HashMap<>(clip());
        other.put("title", "Another");
        submit(key, clip()).then().statusCode(202);

        submit(key, other)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency.key-reused"));
    }

    @Test
    void aRefusedSubmissionMayBeMendedUnderTheSameKey() {
        Map<String, Object> mended = clip();
        Map<String, Object> faulty = new HashMap<>(mended);
        faulty.remove("title");
        submit(key, faulty).then().statusCode(422);

        submit(key, mended).then().statusCode(202);
    }

    @Test
    void aKeyThatIsBeingWorkedOnIsToldSo() throws SQLException {
        Map<String, Object> clip = clip();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            lock(other, new Submission("default", Submission.HTTP, key, EventJson.decode("{}", ClipSubmission.class)));

            submit(key, clip)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("code", equalTo("idempotency.in-flight"))
                    .body("retryable", equalTo(true));
            other.rollback();
        }

        submit(key, clip).then().statusCode(202);
    }

    @Test
    void simultaneousSubmissionsUnderOneKeyMakeOneClip() throws Exception {
        Map<String, Object> clip = clip();
        List<Response> responses;
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> calls = IntStream.range(0, 24)
                    .mapToObj(call -> callers.submit(() -> submit(key, clip)))
                    .toList();
            responses = calls.stream().map(IdempotencyTest::result).toList();
        }

        assertThat(responses)
                .extracting(Response::statusCode)
                .isSubsetOf(202, 409)
                .contains(202);
        assertThat(responses.stream()
                        .filter(response -> response.statusCode() == 202)
                        .map(response -> response.<String>path("id"))
                        .distinct())
                .hasSize(1);
        assertThat(count("select count(*) from submission where key = ?", key)).isEqualTo(1);
    }

    @Test
    void nothingIsHalfStoredWhereTheEventCannotBeWritten() throws SQLException {
        Map<String, Object> clip = new HashMap<>(clip());
        clip.put("title", "Half " + key);
        execute("create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$");
        execute("create trigger refuse before insert on outbox for each row execute function refuse()");
        try {
            submit(key, clip)
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("code", equalTo("internal"));
        } finally {
            execute("drop trigger refuse on outbox");
            execute("drop function refuse()");
        }

        assertThat(count("select count(*) from clip where title = ?", "Half " + key))
                .isZero();
        assertThat(count("select count(*) from submission where key = ?", key)).isZero();
        submit(key, clip).then().statusCode(202);
    }

    @Test
    void theOutboxIsEmptySoonAfter() {
        submit(key, clip()).then().statusCode(202);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        count("select count(*) from outbox where topic = ?", Topics.CLIP_EVENTS))
                .isZero());
    }

    @Test
    void whatIsAcceptedIsCounted() {
        submit(key, clip()).then().statusCode(202);

        assertThat(given().get("/q/metrics").asString()).contains("cliprelay_clips_accepted_total");
    }

    private static long toldOf(Response accepted) {
        try (TopicReader reader = TopicReader.of(Topics.CLIP_EVENTS)) {
            await().atMost(PATIENCE)
                    .until(() -> !reader.about(accepted.path("id")).isEmpty());
            return reader.about(accepted.path("id")).size();
        }
    }

    private static Response result(Future<Response> call) {
        try {
            return call.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void lock(Connection connection, Submission submission) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, SubmissionLedger.lockName(submission));
            lock.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
