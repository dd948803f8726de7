package io.cliprelay.scheduler.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.job.JobStore;
import io.cliprelay.scheduler.job.Placements;
import io.cliprelay.scheduler.time.Placement;

import static io.cliprelay.scheduler.plan.Wishes.clip;
import static io.cliprelay.scheduler.plan.Wishes.now;
import static io.cliprelay.scheduler.plan.Wishes.upload;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Where uploads are put that a platform's limits have no room for at their time. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class BudgetPlanningTest {

    @Inject
    Pool pool;

    @Inject
    Placements placements;

    @Inject
    JobStore jobs;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatDoesNotFitIntoTheBudgetIsPlannedForWhenItDoes() {
        String platform = "rationed";
        UUID account = UUID.randomUUID();
        describe(platform);
        Instant wanted = now().plus(Duration.ofDays(2));
        List<ClipSubmitted> clips = Stream.of(0, 1, 2)
                .map(hours -> clip(upload(
                        wanted.plusSeconds(hours), change -> change.on(platform).of(account))))
                .toList();

        clips.forEach(clip -> {
            stage.submit(Clips.submitted(clip));
            await().atMost(Stage.PATIENCE)
                    .until(() -> get("/jobs/" + Clips.only(clip).uploadId()).statusCode() == 200);
        });

        awaitDue(clips.get(1), wanted.plusSeconds(1));
        awaitDue(clips.get(2), wanted.plus(Duration.ofHours(24)));
        assertThat(stage.awaitEvent(Clips.only(clips.get(2)).uploadId(), UploadEvent.Scheduled.class)
                        .data(UploadEvent.Scheduled.class)
                        .reason()
                        .code())
                .isEqualTo("quota.publishes");
        get("/jobs/" + Clips.only(clips.get(2)).uploadId() + "/explanation")
                .then()
                .body("waitsFor.message", containsString("planned already"));
        forecastIs(platform, account, wanted, "moves");
        forecastIs(platform, UUID.randomUUID(), wanted, "fits");
    }

    @Test
    void whatIsMovedToAnotherTimeHasToFitThereTooAndDoesNotStandInItsOwnWay() {
        String platform = "rationed-too";
        UUID account = UUID.randomUUID();
        describe(platform);
        Instant wanted = now().plus(Duration.ofDays(2));
        ClipSubmitted last = clip(upload(
                wanted.plus(Duration.ofDays(9)), change -> change.on(platform).of(account)));
        Stream.of(
                        clip(
                                upload(wanted, change -> change.on(platform).of(account)),
                                upload(wanted.plusSeconds(1), change -> change.on(platform)
                                        .of(account))),
                        last)
                .forEach(clip -> {
                    stage.submit(Clips.submitted(clip));
                    await().atMost(Stage.PATIENCE)
                            .until(() ->
                                    get("/jobs/" + Clips.only(clip).uploadId()).statusCode() == 200);
                });

        move(last, wanted);
        awaitDue(last, wanted.plus(Duration.ofHours(24)));
        move(last, wanted.plus(Duration.ofHours(24)));
        awaitDue(last, wanted.plus(Duration.ofHours(24)));
    }

    private void move(ClipSubmitted clip, Instant to) {
        ClipRevised revised = new ClipRevised(
                clip.clipId(), now(), List.of(clip.uploads().getFirst().dueAt(to)));
        given().contentType("application/json")
                .body(EventJson.encode(revised))
                .post("/clip-changes?id=" + UUID.randomUUID() + "&type=" + EventTypes.nameOf(ClipRevised.class)
                        + "&tenant=" + Clips.TENANT)
                .then()
                .statusCode(200);
    }

    @Test
    void clipsThatAreSubmittedAtOnceDoNotTakeTheSamePlace() {
        String platform = "rationed-at-once";
        UUID account = UUID.randomUUID();
        describe(platform);
        Instant wanted = now().plus(Duration.ofDays(2));
        List<ClipSubmitted> clips = IntStream.range(0, 6)
                .mapToObj(n -> clip(upload(
                        wanted.plusMillis(n), change -> change.on(platform).of(account))))
                .toList();

        Uni.join()
                .all(clips.stream().map(this::plan).toList())
                .andFailFast()
                .await()
                .atMost(Stage.PATIENCE);

        assertThat(clips.stream()
                        .map(clip ->
                                Instant.parse(get("/jobs/" + Clips.only(clip).uploadId())
                                        .jsonPath()
                                        .getString("dueAt")))
                        .filter(due -> due.isBefore(wanted.plusSeconds(60))))
                .hasSize(2);
    }

    /** The places are read and held for a while before they are taken. */
    private Uni<Void> plan(ClipSubmitted clip) {
        return pool.withTransaction(transaction -> placements
                        .place(transaction, Clips.TENANT, clip.uploads())
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(100))
                        .chain(placed -> jobs.add(
                                transaction,
                                Clips.TENANT,
                                new ClipSubmitted(
                                        clip.clipId(),
                                        clip.submittedAt(),
                                        placed.stream().map(Placement::upload).toList()),
                                Optional.empty())))
                .replaceWithVoid();
    }

    private void forecastIs(String platform, UUID account, Instant dueAt, String outcome) {
        given().contentType("application/json")
                .body(List.of(Map.of("platform", platform, "accountId", account.toString(), "dueAt", dueAt.toString())))
                .post("/forecasts?tenant=" + Clips.TENANT)
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo(outcome));
    }

    private void describe(String platform) {
        TextRule text = new TextRule(false, 100, LengthUnit.CHARACTERS, "");
        PlatformLimit limit = new PlatformLimit(
                "publishes", PlatformLimit.Scope.ACCOUNT, 2, 1, Optional.of(Duration.ofHours(24)), Optional.empty());
        PlatformDescriptor descriptor = new PlatformDescriptor(
                        platform,
                        platform,
                        new MediaRules(Set.of("video/mp4"), 1_000),
                        List.of(PostField.plain("title", TextPart.TITLE, text)),
                        Optional.empty(),
                        List.of(Privacy.PUBLIC),
                        Optional.empty(),
                        Map.of(),
                        3)
                .limitedBy(List.of(limit));
        EventEnvelope<PlatformEvent> event = EventEnvelope.of(
                "/test/worker", platform, Clips.TENANT, now(), new PlatformEvent.Described(descriptor));
        stage.writer.send(Topics.PLATFORM_CATALOG, platform, event);
        await().atMost(Stage.PATIENCE)
                .until(() -> pool.preparedQuery("select 1 from platform_limit where platform = $1")
                                .execute(Tuple.of(platform))
                                .await()
                                .atMost(Stage.PATIENCE)
                                .size()
                        == 1);
    }

    private void awaitDue(ClipSubmitted clip, Instant dueAt) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() ->
                        get("/jobs/" + Clips.only(clip).uploadId()).then().body("dueAt", equalTo(dueAt.toString())));
    }
}
