package io.cliprelay.scheduler.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformStatus;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** What accounts and platforms keep from going out. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HoldingTest {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    /** A platform of its own, so that its breaker concerns no other test. */
    private static final String FRAGILE = "fragile";

    @Inject
    Probes probes;

    @Inject
    Tidings tidings;

    @Inject
    Pool pool;

    private Stage stage;
    private final UUID account = UUID.randomUUID();

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anUploadThatItsAccountRefusedWaitsUntilTheAccountIsConnectedAgain() {
        UploadRef upload = submit(Instant.now());
        stage.awaitCommand(upload.uploadId(), 1);
        stage.report(new UploadEvent.Started(upload, 1));

        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.Auth(Clips.reason())));

        assertThat(held(upload)).isEqualTo(HoldCause.ACCOUNT);
        assertThat(stage.events.about(upload.uploadId()))
                .noneMatch(event -> event.is(UploadEvent.Failed.class))
                .noneMatch(event -> event.is(UploadEvent.RetryScheduled.class));

        tell(new AccountEvent.Connected(account, Clips.PLATFORM, "demo", Instant.now()));

        assertThat(stage.awaitCommand(upload.uploadId(), 2)
                        .data(UploadCommand.class)
                        .attempt())
                .isEqualTo(2);
    }

    @Test
    void aRefusalFromBeforeTheAccountWasConnectedDoesNotHold() {
        tell(new AccountEvent.Connected(account, Clips.PLATFORM, "demo", FAR), FAR);
        await().atMost(Stage.PATIENCE).until(() -> obstacles(account.toString(), false) > 0);
        UploadRef upload = submit(Instant.now());
        stage.awaitCommand(upload.uploadId(), 1);

        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.Auth(Clips.reason())));

        stage.awaitEvent(upload.uploadId(), UploadEvent.RetryScheduled.class);
        stage.awaitCommand(upload.uploadId(), 2);
    }

    @Test
    void whatIsSubmittedForAnAccountThatNeedsItsOwnerIsBornHeldAndGoesOutSpreadAfterwards() {
        tell(new AccountEvent.NeedsReauthorisation(account, Clips.PLATFORM, "demo", "It ran out", Instant.now()));
        await().atMost(Stage.PATIENCE).until(() -> obstacles(account.toString(), true) == 1);
        List<UploadRef> uploads = List.of(submit(Instant.now()), submit(Instant.now()), submit(Instant.now()));
        assertThat(uploads).allSatisfy(upload -> assertThat(held(upload)).isEqualTo(HoldCause.ACCOUNT));
        get("/jobs/" + uploads.getFirst().uploadId() + "/explanation")
                .then()
                .body("state", equalTo("HELD"))
                .body("waitsFor.code", equalTo("held.account"))
                .body("waitsFor.message", equalTo("It ran out"));

        tell(new AccountEvent.Connected(account, Clips.PLATFORM, "demo", Instant.now()));

        List<Instant> times = uploads.stream().map(this::dueAgain).sorted().toList();
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(times.get(1), times.get(2))).isEqualTo(Duration.ofSeconds(1));
        uploads.forEach(upload -> stage.awaitCommand(upload.uploadId(), 1));
    }

    @Test
    void theMostUrgentGoesFirstAfterAHold() {
        tell(new AccountEvent.NeedsReauthorisation(account, Clips.PLATFORM, "demo", "It ran out", Instant.now()));
        await().atMost(Stage.PATIENCE).until(() -> obstacles(account.toString(), true) == 1);
        UploadRef bulk = submit(Instant.now(), Priority.BULK);
        UploadRef normal = submit(Instant.now(), Priority.NORMAL);
        UploadRef urgent = submit(Instant.now(), Priority.URGENT);
        assertThat(List.of(bulk, normal, urgent))
                .allSatisfy(upload -> assertThat(held(upload)).isEqualTo(HoldCause.ACCOUNT));

        tell(new AccountEvent.Connected(account, Clips.PLATFORM, "demo", Instant.now()));

        assertThat(dueAgain(urgent)).isBefore(dueAgain(normal));
        assertThat(dueAgain(normal)).isBefore(dueAgain(bulk));
    }

    @Test
    void whatIsDueAfterTheEndOfAHoldKeepsItsTime() {
        UploadRef later = submit(FAR);
        UploadRef sooner = submit(Instant.now().plusSeconds(30));

        tell(new AccountEvent.Held(
                account, Clips.PLATFORM, Optional.of(Instant.now().plusSeconds(600)), Clips.reason()));

        assertThat(held(sooner)).isEqualTo(HoldCause.ACCOUNT);
        get("/jobs/" + later.uploadId()).then().body("state", equalTo("SCHEDULED"));
    }

    @Test
    void whenAHoldsTimeIsOverOneUploadTriesAndTheOthersWaitForIt() {
        UploadRef first = submit(Instant.now().plusSeconds(3));
        UploadRef second = submit(Instant.now().plusSeconds(4));
        tell(new AccountEvent.Held(
                account, Clips.PLATFORM, Optional.of(Instant.now().plusMillis(4500)), Clips.reason()));
        held(first);
        held(second);

        stage.awaitCommand(first.uploadId(), 1);
        probes.probePassed().await().atMost(Stage.PATIENCE);
        assertThat(stage.commands.about(second.uploadId())).isEmpty();
        get("/jobs/" + second.uploadId()).then().body("state", equalTo("HELD"));

        tell(new AccountEvent.Released(account, Clips.PLATFORM));

        stage.awaitCommand(second.uploadId(), 1);
    }

    @Test
    void whatIsDueAfterAHoldsTimeWaitsForTheOneThatTriesToo() {
        UploadRef first = submit(Instant.now().plusSeconds(8));
        UploadRef second = submit(Instant.now().plusSeconds(9));
        tell(new AccountEvent.Held(
                account, Clips.PLATFORM, Optional.of(Instant.now().plusSeconds(2)), Clips.reason()));

        assertThat(held(second)).isEqualTo(HoldCause.ACCOUNT);
        stage.awaitCommand(first.uploadId(), 1);
        UploadRef third = submit(Instant.now());
        assertThat(held(third)).isEqualTo(HoldCause.ACCOUNT);

        tell(new AccountEvent.Released(account, Clips.PLATFORM));

        stage.awaitCommand(second.uploadId(), 1);
        stage.awaitCommand(third.uploadId(), 1);
    }

    @Test
    void theWordThatWasToldLastHoldsAlsoWhereItsTellersClockWasSetBack() {
        tell(new AccountEvent.NeedsReauthorisation(account, Clips.PLATFORM, "demo", "It ran out", FAR), FAR);
        await().atMost(Stage.PATIENCE).until(() -> obstacles(account.toString(), true) == 1);
        UploadRef upload = submit(Instant.now());
        assertThat(held(upload)).isEqualTo(HoldCause.ACCOUNT);

        tell(new AccountEvent.Connected(account, Clips.PLATFORM, "demo", Instant.now()));

        stage.awaitCommand(upload.uploadId(), 1);
    }

    @Test
    void aWordTouchesOnlyWhatFollowsIt() {
        UploadRef later = submit(FAR);
        Scope scope = Scope.ofAccount(Clips.PLATFORM, account);
        Instant now = Instant.now();
        AccountEvent.Held hold =
                new AccountEvent.Held(account, Clips.PLATFORM, Optional.of(now.plusSeconds(600)), Clips.reason());
        AccountEvent.Released release = new AccountEvent.Released(account, Clips.PLATFORM);

        whileLocked(later, () -> {
            take(scope, Word.of(hold, now), new Heard(0, 1));
            take(scope, Word.of(release, now), new Heard(0, 2));
        });

        UploadRef sooner = submit(Instant.now().plusSeconds(60));
        take(scope, Word.of(hold, now), new Heard(0, 3));
        assertThat(held(sooner)).isEqualTo(HoldCause.ACCOUNT);
        whileLocked(sooner, () -> take(scope, Word.of(hold, now), new Heard(0, 4)));
    }

    private void take(Scope scope, List<Word> words, Heard heard) {
        tidings.take(scope, words, Instant.now(), heard).await().atMost(Stage.PATIENCE);
    }

    /** Whoever wants the job waits until the work is done. */
    private void whileLocked(UploadRef upload, Runnable work) {
        pool.withTransaction(transaction -> transaction
                        .preparedQuery("select 1 from job where upload_id = $1 for update")
                        .execute(Tuple.of(upload.uploadId()))
                        .chain(() -> Uni.createFrom()
                                .<Void>item(() -> {
                                    work.run();
                                    return null;
                                })
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())))
                .await()
                .atMost(Stage.PATIENCE.multipliedBy(2));
    }

    @Test
    void aPlatformThatIsSwitchedOffHoldsAllThatWaitsForIt() {
        try (Stage fragile = new Stage(FRAGILE)) {
            tellOfPlatform(fragile, PlatformStatus.DISABLED);
            UploadRef upload = Clips.only(submitted(fragile, FRAGILE, Instant.now()));
            assertThat(fragile.awaitEvent(upload.uploadId(), UploadEvent.Held.class)
                            .data(UploadEvent.Held.class)
                            .hold()
                            .cause())
                    .isEqualTo(HoldCause.PLATFORM);

            tellOfPlatform(fragile, PlatformStatus.UP);

            fragile.awaitEvent(upload.uploadId(), UploadEvent.Scheduled.class);
            fragile.awaitCommand(upload.uploadId(), 1);
        }
    }

    private UploadRef submit(Instant due) {
        return submit(due, Priority.NORMAL);
    }

    private UploadRef submit(Instant due, Priority priority) {
        PlannedUpload upload = new PlannedUpload(
                UUID.randomUUID(),
                Clips.PLATFORM,
                account,
                due,
                Clips.content(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(priority),
                Optional.empty(),
                Optional.empty());
        ClipSubmitted clip = new ClipSubmitted(UUID.randomUUID(), Instant.now(), List.of(upload));
        return Clips.only(known(stage, clip));
    }

    private ClipSubmitted submitted(Stage on, String platform, Instant due) {
        PlannedUpload upload = new PlannedUpload(UUID.randomUUID(), platform, account, due, Clips.content());
        return known(on, new ClipSubmitted(UUID.randomUUID(), Instant.now(), List.of(upload)));
    }

    private static ClipSubmitted known(Stage on, ClipSubmitted clip) {
        on.submit(Clips.submitted(clip));
        await().atMost(Stage.PATIENCE)
                .untilAsserted(
                        () -> get("/jobs/" + Clips.only(clip).uploadId()).then().statusCode(200));
        return clip;
    }

    private HoldCause held(UploadRef upload) {
        return stage.awaitEvent(upload.uploadId(), UploadEvent.Held.class)
                .data(UploadEvent.Held.class)
                .hold()
                .cause();
    }

    private Instant dueAgain(UploadRef upload) {
        return stage.awaitEvent(upload.uploadId(), UploadEvent.Scheduled.class)
                .data(UploadEvent.Scheduled.class)
                .dueAt();
    }

    private void tell(AccountEvent event) {
        tell(event, Instant.now());
    }

    private void tell(AccountEvent event, Instant at) {
        stage.writer.send(
                Topics.ACCOUNT_EVENTS,
                account,
                EventEnvelope.of("/test/worker", account.toString(), Clips.TENANT, at, event));
    }

    private void tellOfPlatform(Stage on, PlatformStatus status) {
        PlatformEvent.StatusChanged changed =
                new PlatformEvent.StatusChanged(FRAGILE, status, Optional.empty(), Optional.empty());
        EventEnvelope<PlatformEvent> event =
                EventEnvelope.of("/test/worker", changed.key(), "*", Instant.now(), changed);
        on.writer.send(Topics.PLATFORM_CATALOG, changed.key(), event);
        await().atMost(Stage.PATIENCE).until(() -> obstacles(FRAGILE, status != PlatformStatus.UP) == 1);
    }

    private long obstacles(String target, boolean open) {
        return pool.preparedQuery("select count(*) as found from obstacle where target = $1 and open = $2")
                .execute(Tuple.of(target, open))
                .map(rows -> rows.iterator().next().getLong("found"))
                .await()
                .atMost(Stage.PATIENCE);
    }
}
