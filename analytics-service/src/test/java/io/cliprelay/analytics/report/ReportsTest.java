package io.cliprelay.analytics.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.analytics.Story;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A Sunday evening in London, Monday morning in Kolkata, whose clocks go half an hour with the others. */
    private static final Instant SUNDAY = Instant.parse("2026-11-22T20:00:00Z");

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final Story youtube = Story.of(tenant, "youtube", SUNDAY, "Cats", "=fun");
    private final Story tiktok = Story.of(tenant, "tiktok", SUNDAY.plus(Duration.ofHours(5)), "cats");

    /** One upload that was limited once and then went live, one that failed, each seen by some. */
    @BeforeEach
    void tell() {
        try (TopicWriter writer = TopicWriter.open()) {
            Stream.of(
                            youtube.submitted(),
                            youtube.started(1, Duration.ofSeconds(1)),
                            youtube.attemptFailed(1, Story.tooFast()),
                            youtube.started(2, Duration.ofSeconds(10)),
                            youtube.processing(2, Duration.ofSeconds(20)),
                            youtube.published(2, Duration.ofSeconds(30)),
                            youtube.measured(SUNDAY.plusSeconds(3600), Optional.of(50L), Optional.of(5L)),
                            tiktok.submitted(),
                            tiktok.failed(1, Story.badTitle()))
                    .forEach(told -> told.to(writer));
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(ask("summary").getLong("failed")).isEqualTo(1);
            assertThat(ask("summary").getString("platforms[1].reception.views")).isEqualTo("50");
        });
    }

    @Test
    void platformsTellRatesTimesLimitsAndErrors() {
        JsonPath platforms = ask("platforms");

        assertThat(platforms.getString("items[1].platform")).isEqualTo("youtube");
        assertThat(platforms.getDouble("items[1].successRate")).isEqualTo(1.0);
        assertThat(platforms.getDouble("items[1].uploadTime.average")).isEqualTo(20.0);
        assertThat(platforms.getDouble("items[1].uploadTime.p99")).isBetween(19.0, 21.0);
        assertThat(platforms.getLong("items[1].rateLimitHits")).isEqualTo(1);
        assertThat(platforms.getString("items[1].errors[0].code")).isEqualTo("429");
        assertThat(platforms.getString("items[1].lastSuccess")).isEqualTo("2026-11-22T20:00:30Z");
        assertThat(platforms.getDouble("items[0].successRate")).isEqualTo(0.0);
    }

    @Test
    void accountsAreToldApart() {
        JsonPath accounts = ask("platforms", "by", "account");

        assertThat(accounts.getList("items.account", UUID.class))
                .containsExactlyInAnyOrder(
                        youtube.upload().accountId(), tiktok.upload().accountId());
        assertThat(ask("platforms", "account", youtube.upload().accountId().toString())
                        .getList("items.platform"))
                .isEqualTo(List.of("youtube"));
    }

    @Test
    void daysAndHoursAreThoseOfTheCaller() {
        assertThat(ask("platforms", "by", "day", "zone", "Europe/London").getList("items.since"))
                .isEqualTo(List.of("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"));
        assertThat(ask("platforms", "by", "day", "zone", "Asia/Kolkata").getList("items.since"))
                .isEqualTo(List.of("2026-11-23T00:00:00+05:30"));
        assertThat(ask("platforms", "by", "hour", "zone", "Asia/Kolkata").getList("items.since"))
                .isEqualTo(List.of("2026-11-23T01:00:00+05:30", "2026-11-23T06:00:00+05:30"));
    }

    @Test
    void aSpanLeavesOutWhatIsBeforeAndAfter() {
        assertThat(ask("summary", "from", "2026-11-23", "zone", "Europe/London").getLong("uploads"))
                .isEqualTo(1);
        assertThat(ask("summary", "from", "2026-11-23", "zone", "Asia/Kolkata").getLong("uploads"))
                .isEqualTo(2);
        assertThat(ask("summary", "to", "2026-11-22T20:00:00Z").getLong("uploads"))
                .isZero();
    }

    @Test
    void latenessIsFromDueToAcceptedAndToLive() {
        JsonPath lateness = ask("lateness");

        assertThat(lateness.getList("items.platform")).isEqualTo(List.of("youtube"));
        assertThat(lateness.getDouble("items[0].dueToAccepted.average")).isEqualTo(20.0);
        assertThat(lateness.getDouble("items[0].dueToLive.average")).isEqualTo(30.0);
    }

    @Test
    void reasonsAreListedByHowOftenTheyCame() {
        JsonPath errors = ask("errors");

        assertThat(errors.getList("items.category")).containsExactlyInAnyOrder("rate-limited", "invalid-input");
        assertThat(errors.getList("items.hits", Long.class)).containsExactly(1L, 1L);
        assertThat(ask("errors", "limit", "1").getList("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"tag, UTC, cats", "weekday, Europe/London, 7", "weekday, Asia/Kolkata, 1", "hour, Asia/Kolkata, 1"})
    void contentIsToldByTagWeekdayAndHourOfTheCaller(String by, String zone, String best) {
        JsonPath content = ask("content", "by", by, "zone", zone);

        assertThat(content.getLong("items.find { it.of == '" + best + "' }.views"))
                .isEqualTo(50);
    }

    @Test
    void contentIsToldByClip() {
        JsonPath content = ask("content");

        assertThat(content.getString("items[0].of"))
                .isEqualTo(youtube.upload().clipId().toString());
        assertThat(content.getLong("items[0].likes")).isEqualTo(5);
        assertThat(content.getString("items[0].shares")).isNull();
    }

    @Test
    void historyIsReadPageByPage() {
        JsonPath first = ask("history", "limit", "1");
        JsonPath second = ask("history", "limit", "1", "cursor", first.getString("nextCursor"));

        assertThat(List.of(first.getUUID("items[0].upload"), second.getUUID("items[0].upload")))
                .containsExactlyInAnyOrder(
                        youtube.upload().uploadId(), tiktok.upload().uploadId());
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void historyTellsHowEachUploadWent() {
        JsonPath live = ask("history", "state", "published");
        JsonPath failed = ask("history", "platform", "tiktok");

        assertThat(live.getList("items")).hasSize(1);
        assertThat(live.getString("items[0].permalink")).isEqualTo("https://example.com/abc");
        assertThat(live.getInt("items[0].attempts")).isEqualTo(2);
        assertThat(live.getString("items[0].acceptedAt")).isEqualTo("2026-11-22T20:00:20Z");
        assertThat(failed.getString("items[0].failureCode")).isEqualTo("invalidTitle");
    }

    @Test
    void rowsComeAsCsvToo() {
        Response history = response("history", "format", "csv", "state", "published");

        assertThat(history.contentType()).startsWith("text/csv");
        assertThat(history.asString().lines().findFirst().orElseThrow()).startsWith("upload,clip,platform,");
        assertThat(history.asString()).contains("\"Title, with \"\"quotes\"\"\"");
        assertThat(response("content", "format", "csv", "by", "tag").asString()).contains("'=fun,1,");
        assertThat(response("platforms", "format", "csv").asString()).contains("uploadTime.p99");
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "to, 1970-01-01",
        "zone, +02:00",
        "account, me",
        "limit, 0",
        "limit, 1001",
        "cursor, page2",
        "by, moon",
        "format, xml",
        "state, done"
    })
    void whatCannotBeMeantIsRefusedByName(String parameter, String value) {
        given().queryParam("tenant", tenant)
                .queryParam(parameter, value)
                .get("/analytics/platforms")
                .then()
                .statusCode(400)
                .body("code", equalTo(parameter + ".invalid"));
    }

    private JsonPath ask(String report, String... parameters) {
        return response(report, parameters).then().statusCode(200).extract().jsonPath();
    }

    private Response response(String report, String... parameters) {
        var request = given().queryParam("tenant", tenant);
        for (int n = 0; n < parameters.length; n += 2) {
            request.queryParam(parameters[n], parameters[n + 1]);
        }
        return request.get("/analytics/" + report);
    }
}
