package io.cliprelay.scheduler.plan;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.Predecessor;
import io.cliprelay.contracts.clip.SlotChoice;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static io.cliprelay.scheduler.plan.Wishes.clip;
import static io.cliprelay.scheduler.plan.Wishes.now;
import static io.cliprelay.scheduler.plan.Wishes.upload;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

    private void awaitDue(ClipSubmitted clip, Instant dueAt) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() ->
                        get("/jobs/" + Clips.only(clip).uploadId()).then().body("dueAt", equalTo(dueAt.toString())));
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
}
