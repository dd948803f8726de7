package io.cliprelay.scheduler.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipPaused;
import io.cliprelay.contracts.clip.ClipResumed;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

/** What people want otherwise after they handed a clip in. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ChangingTest {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    @Inject
    Pool pool;

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
    void aCancelledClipIsNeverOrderedAndEveryoneIsTold() {
        UploadRef upload = scheduled(FAR);

        change(new ClipCancelled(upload.clipId(), FAR))
                .body("uploads[0].done", equalTo(true))
                .body("uploads[0].state", equalTo("CANCELLED"));

        assertThat(stage.awaitEvent(upload.uploadId(), UploadEvent.Cancelled.class)
                        .data(UploadEvent.Cancelled.class)
                        .attempt())
                .isZero();
        get("/jobs/" + upload.uploadId()).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        UploadRef upload = scheduled(FAR);
        change(new ClipCancelled(upload.clipId(), FAR));

        change(new ClipCancelled(upload.clipId(), FAR)).body("uploads[0].done", equalTo(true));

        stage.awaitEvent(upload.uploadId(), UploadEvent.Cancelled.class);
        assertThat(stage.events.about(upload.uploadId())).hasSize(1);
    }

    @Test
    void aCancelThatComesTooLateSaysSo() {
        UploadRef upload = scheduled(Instant.now());
        stage.awaitCommand(upload.uploadId(), 1);

        change(new ClipCancelled(upload.clipId(), FAR))
                .body("uploads[0].done", equalTo(false))
                .body("uploads[0].state", equalTo("QUEUED"))
                .body("uploads[0].why.code", equalTo("upload.out"));
    }

    @Test
    void aClipThatIsCancelledBeforeItIsHeardOfIsBornCancelled() {
        ClipSubmitted clip = Clips.dueAt(Instant.now());
        change(new ClipCancelled(clip.clipId(), FAR)).body("remembered", equalTo(true));

        stage.submit(Clips.submitted(clip));

        UploadRef upload = Clips.only(clip);
        stage.awaitEvent(upload.uploadId(), UploadEvent.Cancelled.class);
        get("/jobs/" + upload.uploadId()).then().body("state", equalTo("CANCELLED"));
        assertThat(stage.commands.about(upload.uploadId())).isEmpty();
    }

    @Test
    void whatWasWantedOfAClipThatNeverCameIsForgottenInTime() {
        UUID never = UUID.randomUUID();
        change(new ClipCancelled(never, FAR)).body("remembered", equalTo(true));
        pool.preparedQuery(
                        "update clip_change set created_at = scheduler_now() - interval '61 days' where clip_id = $1")
                .execute(Tuple.of(never))
                .await()
                .atMost(Stage.PATIENCE);

        change(new ClipCancelled(UUID.randomUUID(), FAR)).body("remembered", equalTo(true));

        assertThat(pool.preparedQuery("select 1 from clip_change where clip_id = $1")
                        .execute(Tuple.of(never))
                        .await()
                        .atMost(Stage.PATIENCE)
                        .size())
                .isZero();
    }

    @Test
    void anotherTenantsClipIsNotTouched() {
        UploadRef upload = scheduled(FAR);

        change("others", new ClipCancelled(upload.clipId(), FAR)).body("uploads", hasSize(0));

        get("/jobs/" + upload.uploadId()).then().body("state", equalTo("SCHEDULED"));
    }

    @Test
    void aPausedClipWaitsUntilItIsResumed() {
        UploadRef upload = scheduled(FAR);

        change(new ClipPaused(upload.clipId(), FAR))
                .body("uploads[0].state", equalTo("HELD"))
                .body("uploads[0].hold.cause", equalTo("paused"));
        assertThat(held(upload)).isEqualTo(HoldCause.PAUSED);
        explain(upload).body("waitsFor.code", equalTo("held.paused"));

        revise(upload, Instant.now(), Clips.content());
        change(new ClipResumed(upload.clipId(), FAR)).body("uploads[0].done", equalTo(true));

        stage.awaitCommand(upload.uploadId(), 1);
    }

    @Test
    void aMovedClipGoesOutAtItsNewTimeWithItsNewWords() {
        UploadRef upload = scheduled(FAR);
        PostContent words = new PostContent(
                Clips.content().media(),
                "Other",
                "",
                List.of(),
                Privacy.PRIVATE,
                Optional.empty(),
                Clips.content().options());
        Instant soon = Instant.now().plusMillis(300).truncatedTo(ChronoUnit.MICROS);

        revise(upload, soon, words).body("uploads[0].done", equalTo(true));

        UploadCommand command = stage.awaitCommand(upload.uploadId(), 1).data(UploadCommand.class);
        assertThat(command.content()).isEqualTo(words);
        assertThat(Instant.parse(stage.commands
                        .about(upload.uploadId())
                        .getFirst()
                        .headers()
                        .get("ce_time")))
                .isAfterOrEqualTo(command.dueAt());
        assertThat(stage.awaitEvent(upload.uploadId(), UploadEvent.Scheduled.class)
                        .data(UploadEvent.Scheduled.class)
                        .dueAt())
                .isEqualTo(command.dueAt());
    }

    @Test
    void aClipThatGetsOtherWordsOnlyKeepsThePlaceThatItHas() {
        UploadRef upload = scheduled(FAR);
        PlannedUpload asTheSenderKnew = new PlannedUpload(
                upload.uploadId(), upload.platform(), upload.accountId(), Instant.now(), Clips.content());

        change(new ClipRevised(upload.clipId(), FAR, List.of(asTheSenderKnew), Optional.of(true)))
                .body("uploads[0].done", equalTo(true))
                .body("uploads[0].dueAt", startsWith("2099"));

        assertThat(stage.events.about(upload.uploadId())).isEmpty();
    }

    @Test
    void nothingOfAClipIsRevisedOnceAPartOfItIsOut() {
        PlannedUpload now = planned(Instant.now());
        PlannedUpload later = planned(FAR);
        ClipSubmitted clip = new ClipSubmitted(UUID.randomUUID(), Instant.now(), List.of(now, later));
        stage.submit(Clips.submitted(clip));
        stage.awaitCommand(now.uploadId(), 1);

        change(new ClipRevised(clip.clipId(), FAR, List.of(now, planned(later, Instant.now()))))
                .body("uploads.find { it.uploadId == '%s' }.done".formatted(now.uploadId()), equalTo(false));

        get("/jobs/" + later.uploadId()).then().body("dueAt", startsWith("2099"));
    }

    @Test
    void aFailedUploadIsTriedAgainWithANewAttemptWhereAPersonAsksForIt() {
        UploadRef upload = scheduled(Instant.now());
        stage.awaitCommand(upload.uploadId(), 1);
        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.InvalidInput(Clips.reason())));
        stage.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);

        change(new UploadRetryRequested(upload.clipId(), upload.uploadId(), FAR))
                .body("uploads[0].done", equalTo(true));

        assertThat(stage.awaitCommand(upload.uploadId(), 2)
                        .data(UploadCommand.class)
                        .attempt())
                .isEqualTo(2);
        get("/jobs/" + upload.uploadId() + "/attempts")
                .then()
                .body("items", hasSize(2))
                .body("items[0].outcome", equalTo("FAILED"))
                .body("items[0].failure.category", equalTo("invalid-input"));
    }

    @Test
    void whatAPersonHasTriedAgainHasAllItsWaitsBeforeIt() {
        UploadRef upload = scheduled(Instant.now());
        stage.awaitCommand(upload.uploadId(), 1);
        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.InvalidInput(Clips.reason())));
        stage.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);
        pool.preparedQuery("update job_done set attempt = 1000 where upload_id = $1")
                .execute(Tuple.of(upload.uploadId()))
                .await()
                .atMost(Stage.PATIENCE);
        change(new UploadRetryRequested(upload.clipId(), upload.uploadId(), FAR));
        stage.awaitCommand(upload.uploadId(), 2);

        stage.report(new UploadEvent.AttemptFailed(
                upload, 1001, new UploadFailure.RateLimited(Clips.reason(), Optional.of(Instant.now()))));

        stage.awaitEvent(upload.uploadId(), UploadEvent.RetryScheduled.class);
    }

    @Test
    void whatMayBePublishedIsNotTriedAgain() {
        UploadRef upload = scheduled(Instant.now());
        stage.awaitCommand(upload.uploadId(), 1);
        stage.report(new UploadEvent.Started(upload, 1));
        stage.report(new UploadEvent.Unconfirmed(upload, 1, new UploadFailure.Unknown(Clips.reason())));
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> get("/jobs/" + upload.uploadId()).then().body("state", equalTo("UNCONFIRMED")));

        change(new UploadRetryRequested(upload.clipId(), upload.uploadId(), FAR))
                .body("uploads[0].done", equalTo(false))
                .body("uploads[0].why.code", equalTo("upload.unconfirmed"));
    }

    @Test
    void aChangeThatIsHeardAsAnEventIsMadeTooAndOnce() {
        UploadRef upload = scheduled(FAR);
        EventEnvelope<ClipEvent> event = EventEnvelope.of(
                "/test/gateway",
                upload.clipId().toString(),
                Clips.TENANT,
                Instant.now(),
                new ClipCancelled(upload.clipId(), FAR));

        stage.writer.send(Topics.CLIP_EVENTS, upload.clipId(), event);
        stage.writer.send(Topics.CLIP_EVENTS, upload.clipId(), event);

        stage.awaitEvent(upload.uploadId(), UploadEvent.Cancelled.class);
        scheduled(FAR);
        assertThat(stage.events.about(upload.uploadId())).hasSize(1);
    }

    private UploadRef scheduled(Instant due) {
        ClipSubmitted clip = Clips.dueAt(due);
        stage.submit(Clips.submitted(clip));
        UploadRef upload = Clips.only(clip);
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> get("/jobs/" + upload.uploadId()).then().statusCode(200));
        return upload;
    }

    private HoldCause held(UploadRef upload) {
        return stage.awaitEvent(upload.uploadId(), UploadEvent.Held.class)
                .data(UploadEvent.Held.class)
                .hold()
                .cause();
    }

    private static ValidatableResponse explain(UploadRef upload) {
        return get("/jobs/" + upload.uploadId() + "/explanation").then().statusCode(200);
    }

    private static ValidatableResponse revise(UploadRef upload, Instant due, PostContent content) {
        PlannedUpload planned =
                new PlannedUpload(upload.uploadId(), upload.platform(), upload.accountId(), due, content);
        return change(new ClipRevised(upload.clipId(), Instant.now(), List.of(planned)));
    }

    private static PlannedUpload planned(Instant due) {
        return new PlannedUpload(UUID.randomUUID(), Clips.PLATFORM, UUID.randomUUID(), due, Clips.content());
    }

    private static PlannedUpload planned(PlannedUpload upload, Instant due) {
        return new PlannedUpload(upload.uploadId(), upload.platform(), upload.accountId(), due, upload.content());
    }

    private static ValidatableResponse change(ClipEvent change) {
        return change(Clips.TENANT, change);
    }

    private static ValidatableResponse change(String tenant, ClipEvent change) {
        return given().queryParam("id", UUID.randomUUID())
                .queryParam("type", EventTypes.nameOf(change.getClass()))
                .queryParam("tenant", tenant)
                .contentType(ContentType.JSON)
                .body(EventJson.encode(change))
                .post("/clip-changes")
                .then()
                .statusCode(200);
    }
}
