package io.cliprelay.scheduler.plan;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.Predecessor;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.clip.SlotChoice;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.job.JobStore;
import io.cliprelay.scheduler.job.Placements;
import io.cliprelay.scheduler.time.Placement;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PlanningTest {

    private static final Duration GAP = Duration.ofMillis(400);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Pool pool;

    @Inject
    PlanWatch watch;

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
    void whatIsLateAtItsDeadlineIsCancelledAndNeverOrdered() {
        Instant past = now().minusSeconds(60);
        ClipSubmitted late = clip(upload(past, change -> change.notAfter(past.plusSeconds(30))));

        stage.submit(Clips.submitted(late));

        UploadEvent.Cancelled cancelled = stage.awaitEvent(Clips.only(late).uploadId(), UploadEvent.Cancelled.class)
                .data(UploadEvent.Cancelled.class);
        assertThat(cancelled.reason().code()).isEqualTo("deadline.passed");
        assertThat(stage.commands.about(Clips.only(late).uploadId())).isEmpty();
        get("/jobs/" + Clips.only(late).uploadId()).then().body("state", equalTo("CANCELLED"));
        get("/jobs/" + Clips.only(late).uploadId() + "/explanation")
                .then()
                .body("waitsFor.code", equalTo("deadline.passed"));
    }

    @Test
    void aDeadlineAheadChangesNothing() {
        ClipSubmitted clip = clip(upload(now(), change -> change.notAfter(now().plusSeconds(600))));

        stage.submit(Clips.submitted(clip));

        stage.awaitCommand(Clips.only(clip).uploadId(), 1);
    }

    @Test
    void theCommandSaysHowUrgentItIs() {
        ClipSubmitted clip = clip(upload(now(), change -> change.priority(Priority.URGENT)));

        stage.submit(Clips.submitted(clip));

        assertThat(stage.awaitCommand(Clips.only(clip).uploadId(), 1)
                        .data(UploadCommand.class)
                        .priority())
                .contains(Priority.URGENT);
    }

    @Test
    void theSecondIsHeldUntilTheFirstIsPublishedAndFollowsAfterItsGap() {
        PlannedUpload first = upload(now(), change -> change);
        PlannedUpload second = upload(now(), change -> change.after(new Predecessor(first.uploadId(), GAP)));
        ClipSubmitted clip = clip(first, second);

        stage.submit(Clips.submitted(clip));
        stage.awaitEvent(second.uploadId(), UploadEvent.Held.class);
        stage.awaitCommand(first.uploadId(), 1);
        assertThat(stage.commands.about(second.uploadId())).isEmpty();
        Instant reported = now();
        stage.report(published(clip, first));

        UploadCommand command = stage.awaitCommand(second.uploadId(), 1).data(UploadCommand.class);
        assertThat(command.dueAt()).isAfterOrEqualTo(reported.plus(GAP));
        assertThat(stage.awaitEvent(second.uploadId(), UploadEvent.Scheduled.class)
                        .data(UploadEvent.Scheduled.class)
                        .dueAt())
                .isEqualTo(command.dueAt());
    }

    @Test
    void aSecondThatIsPausedMeanwhileIsHeldByThatOnceTheFirstIsPublished() {
        PlannedUpload first = upload(now(), change -> change);
        PlannedUpload second = upload(now(), change -> change.after(new Predecessor(first.uploadId(), GAP)));
        ClipSubmitted clip = clip(first, second);
        stage.submit(Clips.submitted(clip));
        stage.awaitCommand(first.uploadId(), 1);
        pool.preparedQuery("update job set paused_at = scheduler_now() where upload_id = $1")
                .execute(Tuple.of(second.uploadId()))
                .await()
                .atMost(Stage.PATIENCE);

        stage.report(published(clip, first));

        await().atMost(Stage.PATIENCE).untilAsserted(() -> get("/jobs/" + second.uploadId() + "/explanation")
                .then()
                .body("state", equalTo("HELD"))
                .body("waitsFor.code", equalTo("held.paused")));
        assertThat(stage.commands.about(second.uploadId())).isEmpty();
    }

    @Test
    void theSecondIsCancelledWhereTheFirstFails() {
        PlannedUpload first = upload(now(), change -> change);
        PlannedUpload second = upload(now(), change -> change.after(new Predecessor(first.uploadId(), GAP)));
        ClipSubmitted clip = clip(first, second);

        stage.submit(Clips.submitted(clip));
        stage.awaitCommand(first.uploadId(), 1);
        stage.report(
                new UploadEvent.AttemptFailed(ref(clip, first), 1, new UploadFailure.ContentRejected(Clips.reason())));

        UploadEvent.Cancelled cancelled =
                stage.awaitEvent(second.uploadId(), UploadEvent.Cancelled.class).data(UploadEvent.Cancelled.class);
        assertThat(cancelled.reason().code()).isEqualTo("stagger.first-failed");
    }

    @Test
    void twoThatWereToldTheSameSlotGetOneEach() {
        UUID account = UUID.randomUUID();
        given().contentType("application/json")
                .body(
                        "[{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"],"
                                + "\"time\":\"18:00\",\"zone\":\"Europe/Berlin\"}]")
                .put("/slots/" + account + "?tenant=" + Clips.TENANT)
                .then()
                .statusCode(200);
        List<Instant> next = get("/slots/" + account + "?count=3&tenant=" + Clips.TENANT)
                .jsonPath()
                .getList("next", String.class)
                .stream()
                .map(Instant::parse)
                .toList();
        ClipSubmitted one =
                clip(upload(next.getFirst(), change -> change.of(account).slot(SlotChoice.NEXT)));
        ClipSubmitted other =
                clip(upload(next.getFirst(), change -> change.of(account).slot(SlotChoice.NEXT)));

        stage.submit(Clips.submitted(one));
        awaitDue(one, next.getFirst());
        stage.submit(Clips.submitted(other));

        awaitDue(other, next.get(1));
        UploadEvent.Scheduled moved = stage.awaitEvent(Clips.only(other).uploadId(), UploadEvent.Scheduled.class)
                .data(UploadEvent.Scheduled.class);
        assertThat(moved.reason().code()).isEqualTo("slot.taken");
        assertThat(moved.dueAt()).isEqualTo(next.get(1));
        assertThat(wallTime(one)).isEqualTo(LocalDateTime.ofInstant(next.get(0), BERLIN) + " Europe/Berlin");
        assertThat(wallTime(other)).isEqualTo(LocalDateTime.ofInstant(next.get(1), BERLIN) + " Europe/Berlin");
    }

    private String wallTime(ClipSubmitted clip) {
        return pool.preparedQuery("select wall_time || ' ' || zone as meant from job where upload_id = $1")
                .execute(Tuple.of(Clips.only(clip).uploadId()))
                .map(rows -> rows.iterator().next().getString("meant"))
                .await()
                .atMost(Stage.PATIENCE);
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

    @Test
    void otherRulesOfAZoneMoveWhatIsMeantByItsClocks() {
        WallTime meant = WallTime.of(now().plus(Duration.ofDays(3)), ZoneId.of("Europe/Berlin"))
                .orElseThrow();
        ClipSubmitted clip = clip(upload(meant.instant(), change -> change.wallTime(meant)));
        stage.submit(Clips.submitted(clip));
        awaitDue(clip, meant.instant());

        pool.preparedQuery(
                        "update job set zone_rules = '1999z', due_at = due_at - interval '1 hour' where upload_id = $1")
                .execute(Tuple.of(Clips.only(clip).uploadId()))
                .await()
                .atMost(Stage.PATIENCE);
        watch.replan();

        awaitDue(clip, meant.instant());
        assertThat(stage.awaitEvent(Clips.only(clip).uploadId(), UploadEvent.Scheduled.class)
                        .data(UploadEvent.Scheduled.class)
                        .reason()
                        .code())
                .isEqualTo("zone-rules.changed");
    }

    private void forecastIs(String platform, UUID account, Instant dueAt, String outcome) {
        given().contentType("application/json")
                .body(List.of(Map.of("platform", platform, "accountId", account.toString(), "dueAt", dueAt.toString())))
                .post("/forecasts?tenant=" + Clips.TENANT)
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo(outcome));
    }

    private void awaitDue(ClipSubmitted clip, Instant dueAt) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() ->
                        get("/jobs/" + Clips.only(clip).uploadId()).then().body("dueAt", equalTo(dueAt.toString())));
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

    private static UploadEvent published(ClipSubmitted clip, PlannedUpload upload) {
        return new UploadEvent.Published(
                ref(clip, upload),
                1,
                new UploadEvent.Publication("p", URI.create("https://example.org/p"), now()),
                upload.dueAt());
    }

    private static UploadRef ref(ClipSubmitted clip, PlannedUpload upload) {
        return new UploadRef(upload.uploadId(), clip.clipId(), upload.platform(), upload.accountId());
    }

    private static ClipSubmitted clip(PlannedUpload... uploads) {
        return new ClipSubmitted(UUID.randomUUID(), now(), List.of(uploads));
    }

    private static PlannedUpload upload(Instant dueAt, UnaryOperator<Wishes> change) {
        return change.apply(new Wishes(Clips.PLATFORM, UUID.randomUUID())).upload(dueAt);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** What is special about an upload. */
    private record Wishes(
            String platform,
            UUID account,
            Optional<WallTime> wallTime,
            Optional<SlotChoice> slot,
            Optional<Priority> priority,
            Optional<Instant> notAfter,
            Optional<Predecessor> after) {

        Wishes(String platform, UUID account) {
            this(
                    platform,
                    account,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Wishes on(String other) {
            return new Wishes(other, account, wallTime, slot, priority, notAfter, after);
        }

        Wishes of(UUID other) {
            return new Wishes(platform, other, wallTime, slot, priority, notAfter, after);
        }

        Wishes wallTime(WallTime time) {
            return new Wishes(platform, account, Optional.of(time), slot, priority, notAfter, after);
        }

        Wishes slot(SlotChoice choice) {
            return new Wishes(platform, account, wallTime, Optional.of(choice), priority, notAfter, after);
        }

        Wishes priority(Priority other) {
            return new Wishes(platform, account, wallTime, slot, Optional.of(other), notAfter, after);
        }

        Wishes notAfter(Instant deadline) {
            return new Wishes(platform, account, wallTime, slot, priority, Optional.of(deadline), after);
        }

        Wishes after(Predecessor first) {
            return new Wishes(platform, account, wallTime, slot, priority, notAfter, Optional.of(first));
        }

        PlannedUpload upload(Instant dueAt) {
            return new PlannedUpload(
                    UUID.randomUUID(),
                    platform,
                    account,
                    dueAt,
                    Clips.content(),
                    wallTime,
                    slot,
                    priority,
                    notAfter,
                    after);
        }
    }
}
