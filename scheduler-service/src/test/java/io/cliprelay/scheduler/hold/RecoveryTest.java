package io.cliprelay.scheduler.hold;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** How an account that refused an upload, without its owner's consent being known as lost, comes back. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RecoveryTest {

    @Inject
    Probes probes;

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
    void anAccountThatRefusedIsTriedByOneUploadAndTakesTheOthersWhenThatGotThrough() {
        UploadRef first = refused();
        UploadRef second = submit(Instant.now().plusSeconds(5));
        stage.awaitEvent(second.uploadId(), UploadEvent.Held.class);

        refusalsTimeIsOver();

        stage.awaitCommand(first.uploadId(), 2);
        assertThat(stage.commands.about(second.uploadId())).isEmpty();

        stage.report(published(first, 2));

        stage.awaitCommand(second.uploadId(), 1);
        assertThat(submit()).satisfies(third -> stage.awaitCommand(third.uploadId(), 1));
    }

    @Test
    void anUploadThatWasOrderedBeforeTheRefusalSaysNothingOfIt() {
        UploadRef earlier = submit();
        stage.awaitCommand(earlier.uploadId(), 1);
        UploadRef refused = refused();

        stage.report(published(earlier, 1));

        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> get("/jobs/" + earlier.uploadId()).then().body("state", equalTo("PUBLISHED")));
        assertThat(open("until > now()")).isEqualTo(1);
        assertThat(stage.commands.about(refused.uploadId())).hasSize(1);
    }

    @Test
    void whatTheWorkerHoldsAsWellIsTriedByTheSameUpload() {
        UploadRef first = refused();
        Instant soon = Instant.now().plusSeconds(2);
        tell(new AccountEvent.Held(account, Clips.PLATFORM, Optional.of(soon), Clips.reason()));
        await().atMost(Stage.PATIENCE).until(() -> open("source = 'account'") == 1);
        UploadRef second = submit(Instant.now().plusSeconds(5));
        stage.awaitEvent(second.uploadId(), UploadEvent.Held.class);

        refusalsTimeIsOver();
        await().atMost(Stage.PATIENCE).until(() -> open("probe = '" + first.uploadId() + "'") == 2);

        stage.awaitCommand(first.uploadId(), 2);
        assertThat(stage.commands.about(second.uploadId())).isEmpty();
        stage.report(published(first, 2));
        stage.awaitCommand(second.uploadId(), 1);
    }

    @Test
    void anAccountThatRefusesTheOneThatTriesWaitsAgain() {
        UploadRef first = refused();
        refusalsTimeIsOver();
        stage.awaitCommand(first.uploadId(), 2);

        stage.report(new UploadEvent.AttemptFailed(first, 2, new UploadFailure.Auth(Clips.reason())));

        await().atMost(Stage.PATIENCE).until(() -> open("until > now()") == 1);
        stage.awaitEvent(submit().uploadId(), UploadEvent.Held.class);
    }

    @Test
    void aRefusalDoesNotEndTheWaitForAnOwnerWhoseConsentIsLost() {
        UploadRef out = submit();
        stage.awaitCommand(out.uploadId(), 1);
        tell(new AccountEvent.NeedsReauthorisation(account, Clips.PLATFORM, "demo", "It ran out", Instant.now()));
        await().atMost(Stage.PATIENCE).until(() -> open("until is null") == 1);

        stage.report(new UploadEvent.AttemptFailed(out, 1, new UploadFailure.Auth(Clips.reason())));

        stage.awaitEvent(out.uploadId(), UploadEvent.Held.class);
        assertThat(open("until is null")).isEqualTo(1);
    }

    private static UploadEvent published(UploadRef upload, int attempt) {
        return new UploadEvent.Published(
                upload,
                attempt,
                new UploadEvent.Publication("p", URI.create("https://example.org/p"), Instant.now()),
                Instant.now());
    }

    private void tell(AccountEvent event) {
        stage.writer.send(
                Topics.ACCOUNT_EVENTS,
                account,
                EventEnvelope.of("/test/worker", account.toString(), Clips.TENANT, Instant.now(), event));
    }

    private UploadRef refused() {
        UploadRef upload = submit();
        stage.awaitCommand(upload.uploadId(), 1);
        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.Auth(Clips.reason())));
        stage.awaitEvent(upload.uploadId(), UploadEvent.Held.class);
        assertThat(open("until > now()")).isEqualTo(1);
        return upload;
    }

    private void refusalsTimeIsOver() {
        pool.preparedQuery("update obstacle set until = scheduler_now() where target = $1")
                .execute(Tuple.of(account.toString()))
                .await()
                .atMost(Stage.PATIENCE);
        probes.probePassed().await().atMost(Stage.PATIENCE);
    }

    private UploadRef submit() {
        return submit(Instant.now());
    }

    private UploadRef submit(Instant due) {
        PlannedUpload upload = new PlannedUpload(UUID.randomUUID(), Clips.PLATFORM, account, due, Clips.content());
        ClipSubmitted clip = new ClipSubmitted(UUID.randomUUID(), Instant.now(), List.of(upload));
        stage.submit(Clips.submitted(clip));
        return Clips.only(clip);
    }

    private long open(String condition) {
        return pool.preparedQuery("select count(*) as found from obstacle where target = $1 and open and " + condition)
                .execute(Tuple.of(account.toString()))
                .map(rows -> rows.iterator().next().getLong("found"))
                .await()
                .atMost(Stage.PATIENCE);
    }
}
