package io.cliprelay.analytics.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.analytics.Story;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Inject
    Pool pool;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final Random random = new Random(11);
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
    void afterARebuildTotalsEqualARecountFromTheEventsAndWhatComesGoesOnCounting() {
        List<Story.Told> before = stories(60);
        before.forEach(told -> told.to(writer));
        awaitRecount(before);
        // What is served is spoilt by hand: only Kafka can tell how it was.
        execute("update live.upload_tally set published = published + 1000");
        assertThat(summary().getLong("published")).isGreaterThan(1000);

        given().post("/analytics/rebuild").then().statusCode(202);
        List<Story.Told> meanwhile = stories(20);
        meanwhile.forEach(told -> told.to(writer));
        awaitEnd();

        List<Story.Told> all =
                Stream.concat(before.stream(), meanwhile.stream()).toList();
        awaitRecount(all);
        // Everything once more, as a consumer group that was reset would bring it.
        all.forEach(told -> told.to(writer));
        List<Story.Told> after = stories(5);
        after.forEach(told -> told.to(writer));
        awaitRecount(Stream.concat(all.stream(), after.stream()).toList());
    }

    @Test
    void whileItRunsTheOldNumbersAreServedWithoutAGap() throws InterruptedException {
        List<Story.Told> told = stories(10);
        told.forEach(each -> each.to(writer));
        awaitRecount(told);
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean wrong = new AtomicBoolean();
        Thread asking = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                wrong.compareAndSet(false, summary().getLong("uploads") != 10);
            }
        });

        given().post("/analytics/rebuild").then().statusCode(202);
        awaitEnd();
        over.set(true);
        asking.join();

        assertThat(wrong).isFalse();
    }

    @Test
    void onlyOneRunsAtATime() {
        SqlConnection other = pool.getConnection().await().atMost(PATIENCE);
        try {
            other.query("select pg_advisory_lock(hashtext('cliprelay.analytics.rebuild'))")
                    .execute()
                    .await()
                    .atMost(PATIENCE);

            given().post("/analytics/rebuild").then().statusCode(409).body("code", equalTo("rebuild.running"));
        } finally {
            other.query("select pg_advisory_unlock_all()")
                    .execute()
                    .eventually(other::close)
                    .await()
                    .atMost(PATIENCE);
        }
    }

    /** Uploads that end in every way there is. */
    private List<Story.Told> stories(int count) {
        return IntStream.range(0, count).boxed().flatMap(n -> story()).toList();
    }

    private Stream<Story.Told> story() {
        Story story = Story.of(
                tenant,
                random.nextBoolean() ? "youtube" : "tiktok",
                START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 9))));
        return switch (random.nextInt(3)) {
            case 0 -> Stream.of(story.submitted(), story.attemptFailed(1, Story.tooFast()));
            case 1 -> Stream.of(story.submitted(), story.failed(1, Story.badTitle()));
            default ->
                Stream.of(
                        story.submitted(),
                        story.started(1, Duration.ofSeconds(1)),
                        story.published(1, Duration.ofSeconds(5)),
                        story.measured(START, Optional.of((long) random.nextInt(100)), Optional.empty()));
        };
    }

    private void awaitRecount(List<Story.Told> told) {
        Map<String, Long> expected = Map.of(
                "uploads", count(told, ClipSubmitted.class::isInstance),
                "published", count(told, UploadEvent.Published.class::isInstance),
                "failed", count(told, UploadEvent.Failed.class::isInstance),
                "limited", count(told, UploadEvent.AttemptFailed.class::isInstance),
                "views", views(told));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(Map.of(
                            "uploads", summary.getLong("uploads"),
                            "published", summary.getLong("published"),
                            "failed", summary.getLong("failed"),
                            "limited", sum(summary.getList("platforms.rateLimitHits", Long.class)),
                            "views", sum(summary.getList("platforms.reception.views", Long.class))))
                    .isEqualTo(expected);
            // The same by day, whose sums stand in other rows.
            assertThat(sum(days().getList("items.published", Long.class))).isEqualTo(expected.get("published"));
        });
    }

    private static long count(List<Story.Told> told, Predicate<Object> wanted) {
        return told.stream().filter(each -> wanted.test(each.event().data())).count();
    }

    private static long views(List<Story.Told> told) {
        return told.stream()
                .map(each -> each.event().data())
                .filter(PostEvent.Measured.class::isInstance)
                .mapToLong(data -> ((PostEvent.Measured) data).views().orElse(0L))
                .sum();
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().collect(Collectors.summingLong(number -> number == null ? 0 : number));
    }

    private void awaitEnd() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath latest = given().get("/analytics/rebuild").jsonPath();
            assertThat(latest.getString("failure")).isNull();
            assertThat(latest.getString("endedAt")).isNotNull();
        });
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private JsonPath summary() {
        return given().queryParam("tenant", tenant).get("/analytics/summary").jsonPath();
    }

    private JsonPath days() {
        return given().queryParam("tenant", tenant)
                .queryParam("by", "day")
                .get("/analytics/platforms")
                .jsonPath();
    }
}
