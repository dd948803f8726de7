package io.cliprelay.analytics.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.analytics.Story;
import io.cliprelay.kit.testing.DatabaseOutage;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TotalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(9);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final String tenant = "tenant-" + UUID.randomUUID();
    private TopicWriter writer;

    @BeforeEach
    void open() {
        writer = TopicWriter.open();
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void totalsEqualARecountWhateverIsRepeatedAndInWhateverOrderItComes() {
        List<Story> uploads =
                IntStream.range(0, 30).mapToObj(n -> story("youtube")).toList();
        Stream<Story.Told> submissions = uploads.stream().map(Story::submitted);
        // Of each three: one is live, one has failed, one is still going.
        Stream<Story.Told> ends = IntStream.range(0, 30)
                .filter(n -> n % 3 != 2)
                .mapToObj(n -> n % 3 == 0
                        ? uploads.get(n).published(1, SOON)
                        : uploads.get(n).failed(1, Story.badTitle()));
        List<Story.Told> twice =
                new ArrayList<>(Stream.concat(submissions, ends).toList());
        twice.addAll(List.copyOf(twice));
        Collections.shuffle(twice, new Random(7));

        twice.forEach(told -> told.to(writer));

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getLong("uploads")).isEqualTo(30);
            assertThat(summary.getLong("published")).isEqualTo(10);
            assertThat(summary.getLong("failed")).isEqualTo(10);
            assertThat(summary.getDouble("platforms[0].successRate")).isEqualTo(0.5);
            assertThat(summary.getLong("platforms[0].errors[0].hits")).isEqualTo(10);
        });
    }

    @Test
    void whatIsCancelledIsCountedOnceAndWhatIsHeldHasNotEnded() {
        Story cancelled = story("youtube");
        Story held = story("youtube");
        Story moved = story("youtube");
        List<Story.Told> told = List.of(
                cancelled.submitted(),
                held.submitted(),
                moved.submitted(),
                cancelled.held(0, Duration.ZERO),
                held.held(0, Duration.ZERO),
                moved.scheduled(0, Duration.ZERO, NOW.plusSeconds(60)),
                cancelled.cancelled(0, SOON),
                moved.published(1, Duration.ofSeconds(61)));

        Stream.concat(told.stream(), told.stream()).forEach(each -> each.to(writer));

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getLong("uploads")).isEqualTo(3);
            assertThat(summary.getLong("cancelled")).isEqualTo(1);
            assertThat(summary.getLong("published")).isEqualTo(1);
            assertThat(summary.getLong("failed")).isZero();
        });
    }

    @Test
    void platformsAreCountedApart() {
        Story youtube = story("youtube");
        Story tiktok = story("tiktok");
        tell(youtube.submitted(), tiktok.submitted(), youtube.published(1, SOON));

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getString("platforms[0].platform")).isEqualTo("tiktok");
            assertThat(summary.getString("platforms[0].successRate")).isNull();
            assertThat(summary.getString("platforms[1].platform")).isEqualTo("youtube");
            assertThat(summary.getLong("platforms[1].published")).isEqualTo(1);
            assertThat(summary.getString("platforms[1].lastSuccess")).isEqualTo("2026-11-22T10:00:09Z");
        });
    }

    @Test
    void theLatestReadingOfEachPostCountsWhateverIsRepeatedAndInWhateverOrderItComes() {
        Story one = story("youtube");
        Story other = story("youtube");
        Instant later = NOW.plusSeconds(60);
        tell(one.submitted(), other.submitted(), one.published(1, SOON));
        List<Story.Told> readings = List.of(
                one.measured(later, Optional.of(100L), Optional.empty()),
                one.measured(NOW, Optional.of(10L), Optional.of(3L)),
                other.gone(later),
                other.measured(NOW, Optional.of(7L), Optional.of(1L)));

        Stream.concat(readings.stream(), readings.stream()).forEach(told -> told.to(writer));

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getString("platforms[0].reception.views")).isEqualTo("107");
            assertThat(summary.getString("platforms[0].reception.likes")).isEqualTo("1");
            assertThat(summary.getString("platforms[0].reception.shares")).isNull();
            assertThat(summary.getLong("platforms[0].reception.missing")).isEqualTo(1);
        });
    }

    @Test
    void whatIsLiveStaysLiveWhateverAnOlderEventSays() {
        Story settled = story("youtube");
        tell(settled.submitted(), settled.published(1, SOON), settled.failed(2, Story.badTitle()));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(summary().getLong("platforms[0].errors[0].hits")).isEqualTo(1);
            assertThat(summary().getLong("published")).isEqualTo(1);
            assertThat(summary().getLong("failed")).isZero();
        });
    }

    @Test
    void totalsAreThereAgainOnceTheDatabaseIs() {
        DatabaseOutage.during(() ->
                ask().then().statusCode(503).header("Retry-After", "5").body("code", equalTo("service.database-away")));

        await().untilAsserted(() -> ask().then().statusCode(200));
    }

    @Test
    void aTenantSeesOnlyItsOwn() {
        tell(story("youtube").submitted());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(summary().getLong("uploads")).isEqualTo(1));
        given().queryParam("tenant", "someone-else-" + tenant)
                .get("/analytics/summary")
                .then()
                .body("uploads", equalTo(0));
    }

    @Test
    void aQuestionWithoutATenantIsRefused() {
        when().get("/analytics/summary").then().statusCode(400).body("code", equalTo("tenant.missing"));
    }

    @Test
    void aRecordThatCannotBeKeptIsSetAsideAndTheOthersOfItsBatchCount() {
        // PostgreSQL has no place for this character.
        Story cursed = Story.of(tenant, "you\0tube", NOW);
        tell(story("youtube").submitted(), cursed.submitted(), story("youtube").submitted());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(summary().getLong("uploads")).isEqualTo(2));
    }

    private Story story(String platform) {
        return Story.of(tenant, platform, NOW);
    }

    private void tell(Story.Told... told) {
        Stream.of(told).forEach(each -> each.to(writer));
    }

    private JsonPath summary() {
        return ask().jsonPath();
    }

    private Response ask() {
        return given().queryParam("tenant", tenant).get("/analytics/summary");
    }
}
