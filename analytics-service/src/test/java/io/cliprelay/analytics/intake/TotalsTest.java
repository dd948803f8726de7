package io.cliprelay.analytics.intake;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
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
        List<UploadRef> uploads =
                IntStream.range(0, 30).mapToObj(n -> ref("youtube")).toList();
        Stream<Sent> submissions = uploads.stream().map(this::submitted);
        // Of each three: one is live, one has failed, one is still going.
        Stream<Sent> ends = IntStream.range(0, 30)
                .filter(n -> n % 3 != 2)
                .mapToObj(n -> n % 3 == 0 ? published(uploads.get(n)) : failed(uploads.get(n)));
        List<Sent> twice = new ArrayList<>(Stream.concat(submissions, ends).toList());
        twice.addAll(List.copyOf(twice));
        Collections.shuffle(twice, new Random(7));

        twice.forEach(this::send);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getLong("uploads")).isEqualTo(30);
            assertThat(summary.getLong("published")).isEqualTo(10);
            assertThat(summary.getLong("failed")).isEqualTo(10);
            assertThat(summary.getDouble("platforms[0].successRate")).isEqualTo(0.5);
        });
    }

    @Test
    void platformsAreCountedApart() {
        UploadRef youtube = ref("youtube");
        UploadRef tiktok = ref("tiktok");
        Stream.of(submitted(youtube), submitted(tiktok), published(youtube)).forEach(this::send);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getString("platforms[0].platform")).isEqualTo("tiktok");
            assertThat(summary.getString("platforms[0].successRate")).isNull();
            assertThat(summary.getString("platforms[1].platform")).isEqualTo("youtube");
            assertThat(summary.getLong("platforms[1].published")).isEqualTo(1);
        });
    }

    @Test
    void theLatestReadingOfEachPostCountsWhateverIsRepeatedAndInWhateverOrderItComes() {
        UploadRef one = ref("youtube");
        UploadRef other = ref("youtube");
        Instant later = NOW.plusSeconds(60);
        List<Sent> readings = List.of(
                measured(one, later, Optional.of(100L), Optional.empty()),
                measured(one, NOW, Optional.of(10L), Optional.of(3L)),
                gone(other, later),
                measured(other, NOW, Optional.of(7L), Optional.of(1L)));
        Stream.of(submitted(one), submitted(other)).forEach(this::send);

        Stream.concat(readings.stream(), readings.stream()).forEach(this::send);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath summary = summary();
            assertThat(summary.getString("platforms[0].reception.views")).isEqualTo("107");
            assertThat(summary.getString("platforms[0].reception.likes")).isEqualTo("1");
            assertThat(summary.getString("platforms[0].reception.shares")).isNull();
        });
    }

    @Test
    void totalsAreThereAgainOnceTheDatabaseIs() {
        DatabaseOutage.during(() ->
                ask().then().statusCode(503).header("Retry-After", "5").body("code", equalTo("service.database-away")));

        await().untilAsserted(() -> ask().then().statusCode(200));
    }

    private Response ask() {
        return given().queryParam("tenant", tenant).get("/analytics/summary");
    }

    @Test
    void aTenantSeesOnlyItsOwn() {
        send(submitted(ref("youtube")));

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

    private record Sent(String topic, String key, EventEnvelope<?> event) {}

    private void send(Sent sent) {
        writer.send(sent.topic(), sent.key(), sent.event());
    }

    private JsonPath summary() {
        return given().queryParam("tenant", tenant).get("/analytics/summary").jsonPath();
    }

    private static UploadRef ref(String platform) {
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), platform, UUID.randomUUID());
    }

    private Sent submitted(UploadRef upload) {
        MediaReference media =
                new MediaReference(URI.create("file:/clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        PostContent content =
                new PostContent(media, "Title", "", List.of(), Privacy.PRIVATE, Optional.empty(), Map.of());
        PlannedUpload planned =
                new PlannedUpload(upload.uploadId(), upload.platform(), upload.accountId(), NOW, content);
        ClipSubmitted data = new ClipSubmitted(upload.clipId(), NOW, List.of(planned));
        return sent(Topics.CLIP_EVENTS, upload.clipId(), data);
    }

    private Sent published(UploadRef upload) {
        UploadEvent.Publication publication =
                new UploadEvent.Publication("abc", URI.create("https://example.com/abc"), NOW);
        return sent(Topics.UPLOAD_EVENTS, upload.uploadId(), new UploadEvent.Published(upload, 1, publication, NOW));
    }

    private Sent measured(UploadRef upload, Instant at, Optional<Long> views, Optional<Long> likes) {
        PostEvent told = new PostEvent.Measured(upload, "abc", at, views, likes, Optional.empty(), Optional.empty());
        return sent(Topics.POST_EVENTS, upload.uploadId(), told);
    }

    private Sent gone(UploadRef upload, Instant at) {
        return sent(Topics.POST_EVENTS, upload.uploadId(), new PostEvent.Missing(upload, "abc", at));
    }

    private Sent failed(UploadRef upload) {
        UploadFailure.Reason reason = new UploadFailure.Reason("invalidTitle", "refused", "change it");
        return sent(
                Topics.UPLOAD_EVENTS,
                upload.uploadId(),
                new UploadEvent.Failed(upload, 1, new UploadFailure.InvalidInput(reason)));
    }

    private Sent sent(String topic, UUID subject, Object data) {
        return new Sent(topic, subject.toString(), EventEnvelope.of("/test", subject.toString(), tenant, NOW, data));
    }
}
