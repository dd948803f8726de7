package io.cliprelay.gateway.clip;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class FilteringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In the tags of what this test handed in, and of nothing else. */
    private final String mark = "mark" + UUID.randomUUID();

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void aTagIsFoundWhateverItsCaseAndWhereverItIsSaid() {
        String ofClip = submit(Map.of("tags", List.of("#" + mark)));
        String ofTarget = submit(Map.of(
                "targets",
                List.of(Map.of("platform", "youtube", "account", "demo", "tags", List.of(mark.toUpperCase())))));
        submit(Map.of("tags", List.of("other")));

        assertThat(list(Map.of("tag", mark))).containsExactly(ofTarget, ofClip);
        assertThat(list(Map.of("tag", "#" + mark.toUpperCase()))).containsExactly(ofTarget, ofClip);
    }

    @Test
    void clipsAreFoundByTheStateOfAnUpload() {
        Response published = Gateway.submit(clip(Map.of("tags", List.of(mark))));
        String waiting = submit(Map.of("tags", List.of(mark)));
        try (TopicWriter others = TopicWriter.open()) {
            UploadStory story = UploadStory.of(published, others);
            story.tell(story.queued(1));
            story.tell(story.started(1));
            story.tell(story.published(1));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(list(Map.of("tag", mark, "state", "PUBLISHED")))
                .containsExactly(published.<String>path("id")));
        assertThat(list(Map.of("tag", mark, "state", "scheduled"))).containsExactly(waiting);
    }

    @Test
    void clipsAreFoundByPlatformAndAccount() {
        String clip = submit(Map.of("tags", List.of(mark)));

        assertThat(list(Map.of("tag", mark, "platform", "youtube"))).containsExactly(clip);
        assertThat(list(Map.of("tag", mark, "account", "demo"))).containsExactly(clip);
        assertThat(list(Map.of("tag", mark, "account", Gateway.demo()))).containsExactly(clip);
        assertThat(list(Map.of("tag", mark, "platform", "tiktok"))).isEmpty();
        assertThat(list(Map.of("tag", mark, "account", "nobody"))).isEmpty();
    }

    @Test
    void theDueWindowHasItsBeginAndNotItsEnd() {
        Instant due = Instant.parse("2031-05-01T10:00:00Z").minusSeconds(1);
        String clip = submit(Map.of("tags", List.of(mark), "schedule", Map.of("at", due.toString())));

        assertThat(list(Map.of("tag", mark, "dueFrom", due, "dueTo", due.plusSeconds(1))))
                .containsExactly(clip);
        assertThat(list(Map.of("tag", mark, "dueFrom", due.plusSeconds(1)))).isEmpty();
        assertThat(list(Map.of("tag", mark, "dueTo", due))).isEmpty();
    }

    @Test
    void oneUploadMustBeAllThatIsSaid() {
        Instant due = Instant.parse("2031-06-01T10:00:00Z");
        submit(Map.of("tags", List.of(mark), "schedule", Map.of("at", due.toString())));

        assertThat(list(Map.of("tag", mark, "platform", "youtube", "dueTo", due)))
                .isEmpty();
    }

    @Test
    void aClipIsFoundByItsIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String clip = Gateway.submit(key, Gateway.clip()).path("id");

        assertThat(list(Map.of("idempotencyKey", key))).containsExactly(clip);
        assertThat(list(Map.of("idempotencyKey", key, "platform", "youtube"))).containsExactly(clip);
        assertThat(list(Map.of("idempotencyKey", UUID.randomUUID()))).isEmpty();
    }

    @Test
    void pagesOfAFilterFollowEachOtherWithoutGapOrRepeat() {
        List<String> submitted = List.of(tagged(), tagged(), tagged(), tagged(), tagged());

        Response first = page(Map.of("tag", mark, "state", "SCHEDULED", "limit", 2));
        Response second =
                page(Map.of("tag", mark, "state", "SCHEDULED", "limit", 2, "cursor", first.<String>path("nextCursor")));
        Response third = page(
                Map.of("tag", mark, "state", "SCHEDULED", "limit", 2, "cursor", second.<String>path("nextCursor")));

        assertThat(first.<List<String>>path("items.id"))
                .isEqualTo(submitted.reversed().subList(0, 2));
        assertThat(second.<List<String>>path("items.id"))
                .isEqualTo(submitted.reversed().subList(2, 4));
        assertThat(third.<List<String>>path("items.id")).isEqualTo(submitted.subList(0, 1));
        assertThat(third.<String>path("nextCursor")).isNull();
    }

    @Test
    void aCursorBelongsToItsFilters() {
        tagged();
        tagged();
        String cursor = page(Map.of("tag", mark, "limit", 1)).path("nextCursor");

        page(Map.of("tag", "another", "cursor", cursor)).then().statusCode(400).body("code", equalTo("cursor.invalid"));
        page(Map.of("cursor", cursor)).then().statusCode(400).body("code", equalTo("cursor.invalid"));
    }

    @ParameterizedTest
    @CsvSource({"state,asleep", "dueFrom,yesterday", "dueTo,2030-01-31", "dueFrom,+1000000-01-01T00:00:00Z"})
    void aFilterThatCannotBeMeantIsRefused(String name, String value) {
        page(Map.of(name, value)).then().statusCode(400).body("code", equalTo("filter.invalid"));
    }

    private String tagged() {
        return submit(Map.of("tags", List.of(mark)));
    }

    private static String submit(Map<String, Object> changes) {
        return Gateway.submit(clip(changes)).then().statusCode(202).extract().path("id");
    }

    private static Map<String, Object> clip(Map<String, Object> changes) {
        Map<String, Object> clip = new HashMap<>(Gateway.clip());
        clip.putAll(changes);
        return clip;
    }

    private static List<String> list(Map<String, ?> filters) {
        return page(filters).then().statusCode(200).extract().path("items.id");
    }

    private static Response page(Map<String, ?> filters) {
        Map<String, String> texts = filters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, filter -> filter.getValue().toString()));
        return given().queryParams(texts).get("/v1/clips");
    }
}
