package io.cliprelay.scheduler.retry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RetryTest {

    private static final UploadFailure TRANSIENT = new UploadFailure.Transient(Clips.reason());
    private static final String HURRIED = "hurried";

    @Inject
    PlatformLimits limits;

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
    void aFailedAttemptIsFollowedByTheNextNotBeforeTheInstantAnnounced() {
        UploadRef upload = ordered(Clips.PLATFORM);

        stage.report(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));

        ReceivedEvent second = stage.awaitCommand(upload.uploadId(), 2);
        UploadEvent.RetryScheduled announced = stage.awaitEvent(upload.uploadId(), UploadEvent.RetryScheduled.class)
                .data(UploadEvent.RetryScheduled.class);
        assertThat(announced.attempt()).isEqualTo(1);
        assertThat(announced.failure()).isEqualTo(TRANSIENT);
        assertThat(second.data(UploadCommand.class).attempt()).isEqualTo(2);
        assertThat(second.data(UploadCommand.class).dueAt()).isEqualTo(announced.nextAttemptAt());
        assertThat(Instant.parse(second.headers().get("ce_time"))).isAfterOrEqualTo(announced.nextAttemptAt());
    }

    @Test
    void theNextAttemptIsPlannedByTheClockThatDecidesWhatIsDue() {
        UploadRef upload = ordered(Clips.PLATFORM);
        setClock("1 hour");
        try {
            stage.report(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));

            assertThat(stage.awaitEvent(upload.uploadId(), UploadEvent.RetryScheduled.class)
                            .data(UploadEvent.RetryScheduled.class)
                            .nextAttemptAt())
                    .isAfter(Instant.now().plusSeconds(3000));
        } finally {
            setClock("0 hours");
        }
    }

    private void setClock(String off) {
        pool.query(
                        "create or replace function scheduler_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''%s'''"
                                .formatted(off))
                .execute()
                .await()
                .atMost(Stage.PATIENCE);
    }

    @Test
    void anUploadIsGivenUpAfterAllItsTries() {
        UploadRef upload = ordered(Clips.PLATFORM);

        for (int attempt = 1; attempt <= 3; attempt++) {
            stage.awaitCommand(upload.uploadId(), attempt);
            stage.report(new UploadEvent.AttemptFailed(upload, attempt, TRANSIENT));
        }

        ReceivedEvent failed = stage.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);
        assertThat(failed.data(UploadEvent.Failed.class).attempt()).isEqualTo(3);
        assertThat(stage.commands.about(upload.uploadId())).hasSize(3);
        get("/jobs/" + upload.uploadId())
                .then()
                .body("state", equalTo("FAILED"))
                .body("attempt", equalTo(3))
                .body("lastFailure.category", equalTo("transient"))
                .body("lastFailure.reason.code", equalTo("test"));
    }

    @Test
    void thePlatformsDescriptorSaysHowOftenToTry() {
        try (Stage hurried = new Stage(HURRIED)) {
            describe(HURRIED, 1);
            UploadRef upload = ordered(hurried, HURRIED);

            hurried.report(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));

            hurried.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);
            assertThat(hurried.commands.about(upload.uploadId())).hasSize(1);
        }
    }

    @Test
    void whatWillNotPassIsGivenUpAtOnce() {
        UploadRef upload = ordered(Clips.PLATFORM);
        UploadFailure hopeless = new UploadFailure.ContentRejected(Clips.reason());

        stage.report(new UploadEvent.AttemptFailed(upload, 1, hopeless));

        ReceivedEvent failed = stage.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);
        assertThat(failed.data(UploadEvent.Failed.class)).isEqualTo(new UploadEvent.Failed(upload, 1, hopeless));
    }

    @Test
    void aReportThatComesTwiceIsFollowedUpOnce() {
        UploadRef upload = ordered(Clips.PLATFORM);
        EventEnvelope<UploadEvent> report = Clips.reported(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));

        stage.writer.send(Topics.UPLOAD_EVENTS, upload.uploadId(), report);
        stage.writer.send(Topics.UPLOAD_EVENTS, upload.uploadId(), report);
        stage.report(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));

        stage.awaitCommand(upload.uploadId(), 2);
        stage.report(new UploadEvent.Started(upload, 2));
        awaitState(upload, "UPLOADING");
        assertThat(stage.events.all(event -> event.is(UploadEvent.RetryScheduled.class)
                        && event.subject().equals(upload.uploadId().toString())))
                .hasSize(1);
        assertThat(stage.commands.about(upload.uploadId())).hasSize(2);
    }

    @Test
    void aLateReportOnAnEarlierAttemptChangesNothing() {
        UploadRef upload = ordered(Clips.PLATFORM);
        stage.report(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));
        stage.awaitCommand(upload.uploadId(), 2);

        stage.report(new UploadEvent.Processing(upload, 1, Optional.of("post")));
        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.Auth(Clips.reason())));
        stage.report(new UploadEvent.Started(upload, 2));

        awaitState(upload, "UPLOADING");
        get("/jobs/" + upload.uploadId()).then().body("attempt", equalTo(2));
    }

    @Test
    void anAttemptWhoseOrderWasForgottenIsGoneOnWith() {
        ClipSubmitted clip = Clips.dueAt(Instant.now().plusSeconds(3600));
        UploadRef upload = Clips.only(clip);
        stage.submit(Clips.submitted(clip));
        awaitState(upload, "SCHEDULED");

        stage.report(new UploadEvent.Started(upload, 1));
        awaitState(upload, "UPLOADING");
        stage.report(new UploadEvent.AttemptFailed(upload, 1, TRANSIENT));

        assertThat(stage.awaitCommand(upload.uploadId(), 1)
                        .data(UploadCommand.class)
                        .attempt())
                .isEqualTo(2);
        get("/jobs/" + upload.uploadId() + "/attempts").then().body("items", hasSize(2));
    }

    @Test
    void aLimitIsWaitedForAsLongAsThePlatformSaid() {
        UploadRef upload = ordered(Clips.PLATFORM);
        Instant tomorrow = Instant.now().plusSeconds(86_400);

        stage.report(new UploadEvent.AttemptFailed(
                upload, 1, new UploadFailure.RateLimited(Clips.reason(), Optional.of(tomorrow))));

        ReceivedEvent announced = stage.awaitEvent(upload.uploadId(), UploadEvent.RetryScheduled.class);
        assertThat(announced.data(UploadEvent.RetryScheduled.class).nextAttemptAt())
                .isAfterOrEqualTo(tomorrow);
        awaitState(upload, "RETRY_WAIT");
    }

    @Test
    void anUploadWithoutAJobIsNotFound() {
        get("/jobs/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("job.not-found"));
    }

    private void awaitState(UploadRef upload, String state) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> get("/jobs/" + upload.uploadId()).then().body("state", equalTo(state)));
    }

    private UploadRef ordered(String platform) {
        return ordered(stage, platform);
    }

    private static UploadRef ordered(Stage stage, String platform) {
        ClipSubmitted clip = Clips.dueAt(Instant.now(), platform);
        stage.submit(Clips.submitted(clip));
        stage.awaitCommand(Clips.only(clip).uploadId(), 1);
        return Clips.only(clip);
    }

    /** Publishes a descriptor, and waits until it counts. */
    private void describe(String platform, int retryAttempts) {
        TextRule text = new TextRule(false, 100, LengthUnit.CHARACTERS, "");
        PlatformDescriptor descriptor = new PlatformDescriptor(
                platform,
                platform,
                new MediaRules(Set.of("video/mp4"), 1_000),
                List.of(PostField.plain("title", TextPart.TITLE, text)),
                Optional.empty(),
                List.of(Privacy.PUBLIC),
                Optional.empty(),
                Map.of(),
                retryAttempts);
        EventEnvelope<PlatformEvent> event = EventEnvelope.of(
                "/test/worker", platform, Clips.TENANT, Instant.now(), new PlatformEvent.Described(descriptor));
        stage.writer.send(Topics.PLATFORM_CATALOG, platform, event);
        await().atMost(Stage.PATIENCE).until(() -> attempts(platform), allowed -> allowed == retryAttempts);
    }

    private int attempts(String platform) {
        return limits.attempts(pool, platform).await().atMost(Stage.PATIENCE);
    }
}
