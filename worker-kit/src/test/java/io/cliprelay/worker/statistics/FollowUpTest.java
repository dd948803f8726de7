package io.cliprelay.worker.statistics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.limits.Breakers;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperAccounts;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.upload.UploadContexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How published posts are read for what they have come to. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class FollowUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AccountRef ACCOUNT =
            new AccountRef(PaperAccounts.DEMO, "default", "demo", Optional.empty(), Map.of());
    private static final UploadFailure.Reason REASON =
            new UploadFailure.Reason("paper.torn", "the paper is torn", "take another sheet");

    @Inject
    CommandInbox inbox;

    @Inject
    PaperPlatform platform;

    @Inject
    Budgets budgets;

    @Inject
    Breakers breakers;

    @Inject
    Readings readings;

    @Inject
    FollowUp followUp;

    @Inject
    UploadContexts contexts;

    @Inject
    WorkerConfig config;

    @Inject
    PlatformSettings settings;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private TopicReader events;

    @BeforeEach
    void open() {
        Stream.of("budget", "budget_use", "breaker").forEach(table -> run("delete from " + table));
        events = TopicReader.of(Topics.POST_EVENTS);
    }

    @AfterEach
    void close() {
        events.close();
        run("delete from budget");
    }

    @Test
    void aPostIsFirstReadAnHourAfterItWasPublishedAndThenAfterSix() {
        UUID upload = published();
        assertThat(is(upload, "due_at = published_at + interval '1 hour'")).isTrue();

        readNow(upload);

        awaitTold(upload, "Measured");
        PostEvent.Measured told = events.about(upload).getFirst().data(PostEvent.Measured.class);
        assertThat(told.platformPostId()).isEqualTo(platform.posts(upload).getFirst());
        assertThat(told.views()).contains(100L);
        assertThat(told.likes()).contains(10L);
        assertThat(told.comments()).isEmpty();
        assertThat(told.shares()).contains(0L);
        assertThat(events.about(upload).getFirst().headers()).containsEntry("ce_source", "/cliprelay/paper-worker");
        // Read long before its time, it is read again at the first that is planned.
        assertThat(is(upload, "due_at = published_at + interval '1 hour' and claim is null"))
                .isTrue();

        run("update reading set published_at = now() - interval '2 hours' where upload_id = '" + upload + "'");
        readNow(upload);
        awaitTold(upload, "Measured", "Measured");
        assertThat(is(upload, "due_at = published_at + interval '6 hours'")).isTrue();
    }

    @Test
    void afterTheLastReadingNothingIsLeftToRead() {
        UUID upload = published();
        run("update reading set published_at = now() - interval '29 days' where upload_id = '" + upload + "'");

        readNow(upload);

        awaitTold(upload, "Measured");
        assertThat(isPlanned(upload)).isFalse();
    }

    @Test
    void twoReplicasReadEachPostOnce() {
        List<UUID> uploads = Stream.generate(this::published).limit(6).toList();
        ReadingRunner other = new ReadingRunner(readings, followUp, contexts, config, settings, vertx);
        other.start(null);

        run("update reading set due_at = now() where upload_id = any(array['%s']::uuid[])"
                .formatted(
                        String.join("','", uploads.stream().map(UUID::toString).toList())));

        uploads.forEach(upload -> awaitTold(upload, "Measured"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(uploads).allMatch(upload -> is(upload, "claim is null")));
        other.stop(null);
        assertThat(uploads).allSatisfy(upload -> assertThat(told(upload)).containsExactly("Measured"));
    }

    @Test
    void whoeverLostAReadingToAnotherTellsNothingOfIt() {
        UUID upload = published();
        StoredUpload stored = StoredUpload.of(row("select * from upload where upload_id = '" + upload + "'"));
        Reading lost = new Reading(stored, Instant.now(), Instant.now(), UUID.randomUUID());
        PostEvent.Missing word = new PostEvent.Missing(stored.command().upload(), "post", Instant.now());

        readings.tell(lost, word, Optional.empty()).await().atMost(PATIENCE);

        assertThat(isPlanned(upload)).isTrue();
        readNow(upload);
        awaitTold(upload, "Measured");
    }

    @Test
    void aPostThatIsGoneIsToldOfOnceAndNotReadAgain() {
        UUID upload = published();
        platform.instead(upload, "statistics", () -> Uni.createFrom().item(new Statistics.Missing()));

        readNow(upload);

        awaitTold(upload, "Missing");
        assertThat(isPlanned(upload)).isFalse();
    }

    @Test
    void ofAPostThatThePlatformTellsNothingOfNothingIsTold() {
        UUID upload = published();
        platform.instead(upload, "statistics", () -> Uni.createFrom().item(new Statistics.Untold()));

        readNow(upload);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(isPlanned(upload)).isFalse());
        assertThat(told(upload)).isEmpty();
    }

    @Test
    void aReadingWithoutBudgetIsMovedToWhenThereIsRoomAndThePlatformIsNotAsked() {
        UUID upload = published();
        AtomicInteger asked = new AtomicInteger();
        platform.instead(upload, "statistics", () -> {
            asked.incrementAndGet();
            return Uni.createFrom().item(new Statistics.Missing());
        });
        budgets.learned(PaperAccounts.DEMO, PaperPlatform.SHEETS, 0).await().atMost(PATIENCE);

        readNow(upload);

        awaitMoved(upload, "50 minutes");
        assertThat(asked).hasValue(0);
        assertThat(row("select step from upload where upload_id = '" + upload + "'")
                        .getString(0))
                .isEqualTo("DONE");
    }

    @Test
    void aTokenThatWasRefusedIsRenewedAndTheReadingGoesOn() {
        UUID upload = published();
        platform.instead(upload, "statistics", FollowUpTest::tokenRefused);

        readNow(upload);

        awaitTold(upload, "Measured");
    }

    @Test
    void whereNoTokenIsTakenTheReadingIsTriedLaterAndNoUploadIsHeld() {
        UUID upload = published();
        platform.instead(upload, "statistics", FollowUpTest::tokenRefused);
        platform.instead(upload, "statistics", FollowUpTest::tokenRefused);

        readNow(upload);

        awaitMoved(upload, "9 minutes");
        assertThat(row("select count(*) from breaker where failures > 0 or until is not null")
                        .getLong(0))
                .isZero();
        published();
        readNow(upload);
        awaitTold(upload, "Measured");
    }

    @Test
    void aReadingWaitsForABreakerAndLeavesTheFirstTryToAnUpload() {
        UUID upload = published();
        breakers.failed(
                        ACCOUNT,
                        new UploadFailure.RateLimited(
                                REASON, Optional.of(Instant.now().plusSeconds(90))))
                .await()
                .atMost(PATIENCE);
        run("update breaker set until = now() where until is not null");

        readNow(upload);

        awaitMoved(upload, "9 minutes");
        assertThat(told(upload)).isEmpty();
        published();
    }

    /** An upload that is done with. */
    private UUID published() {
        Clip clip = Clip.in(folder);
        inbox.receive(clip.command(1)).await().atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> row("select count(*) from upload where step = 'DONE' and upload_id = '" + clip.id() + "'")
                                .getLong(0)
                        == 1);
        return clip.id();
    }

    private void readNow(UUID upload) {
        run("update reading set due_at = now() where upload_id = '" + upload + "'");
    }

    private void awaitTold(UUID upload, String... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(upload)).containsExactly(kinds));
    }

    private List<String> told(UUID upload) {
        return events.about(upload).stream()
                .map(event -> event.is(PostEvent.Measured.class) ? "Measured" : "Missing")
                .toList();
    }

    private void awaitMoved(UUID upload, String ahead) {
        await().atMost(PATIENCE)
                .until(() -> is(
                        upload,
                        "claim is null and due_at > now() + interval '%s'".formatted(ahead)
                                + " and due_at <> published_at + interval '1 hour'"));
    }

    private boolean is(UUID upload, String condition) {
        return row("select count(*) from reading where " + condition + " and upload_id = '" + upload + "'")
                        .getLong(0)
                == 1;
    }

    private boolean isPlanned(UUID upload) {
        return is(upload, "true");
    }

    private Row row(String sql) {
        return pool.query(sql).execute().await().atMost(PATIENCE).iterator().next();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private static Uni<?> tokenRefused() {
        return Uni.createFrom().failure(UploadException.tokenRefused(new UploadFailure.Auth(REASON)));
    }
}
