package io.cliprelay.worker.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperAccounts;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the kit makes of a platform's answers, step by step, with the real database and broker. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class UploadTest {

    @Inject
    CommandInbox inbox;

    @Inject
    PaperPlatform platform;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private UploadStory story;
    private Clip clip;

    @BeforeEach
    void open() {
        story = UploadStory.begin(inbox, pool, folder);
        clip = story.clip();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void anUploadGoesFromStartedToPublished() {
        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    /** This worker says of itself that it speaks to a real platform. */
    @Test
    void whatWasSubmittedInTestModeNeverReachesARealPlatform() {
        story.order(clip.test(1));

        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(platform.posts(clip.id())).isEmpty();
        assertThat(story.column("handle")).isNull();
    }

    @Test
    void aSessionThatIsOpenDoesNotLetATestIntoARealPlatform() {
        platform.instead(clip.id(), "send", () -> refused(new UploadFailure.RateLimited(reason(), Optional.empty())));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");

        story.order(clip.test(2));

        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(
                        () -> assertThat(story.told()).hasSizeGreaterThan(4).endsWith("AttemptFailed"));
        assertThat(story.failure().reason().code()).isEqualTo("account.not-sandbox");
        assertThat(platform.posts(clip.id())).isEmpty();
    }

    @Test
    void aCommandThatComesAgainChangesNothing() {
        story.order(1);
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Published");

        story.order(1);
        story.order(2);

        await().during(Duration.ofSeconds(1)).atMost(UploadStory.PATIENCE).untilAsserted(() -> assertThat(story.told())
                .hasSize(4));
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void aFileThatIsWhatWasDeclaredIsPublished() {
        inbox.receive(clip.declared("4bb0df81c67aad9e356ee4c7e75626cce22fad99cdffa0d09e8a86a639e23b59"))
                .await()
                .atMost(UploadStory.PATIENCE);

        story.awaitTold("Queued", "Started", "Processing", "Published");
    }

    @Test
    void aFileThatIsNotWhatWasDeclaredIsRefusedBeforeItsLastByte() {
        inbox.receive(clip.declared("0".repeat(64))).await().atMost(UploadStory.PATIENCE);

        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(story.failure()).isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(story.failure().reason().code()).isEqualTo("media.digest-mismatch");
        assertThat(platform.posts(clip.id())).isEmpty();
        assertThat(story.column("intent_at")).isNull();
    }

    @Test
    void aRefusalEndsTheAttemptAndTheNextOneGoesOnWithTheSameSession() {
        platform.instead(clip.id(), "send", () -> refused(new UploadFailure.RateLimited(reason(), Optional.empty())));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");
        String handle = story.column("handle");

        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "Processing", "Published");
        assertThat(story.column("handle")).isEqualTo(handle);
    }

    @Test
    void aPostOfTheSameTextIsNotTakenForThatOfALostSessionThatNeverPublished() {
        platform.instead(clip.id(), "send", () -> refused(new UploadFailure.RateLimited(reason(), Optional.empty())));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");
        platform.forgetSessions();
        platform.instead(clip.id(), "find", () -> Uni.createFrom().item(new Finding.Alike("anothers")));

        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "Processing", "Published");
        assertThat(story.column("post_id")).startsWith("post-");
    }

    @Test
    void aPassingFailureIsOvercomeOnTheSpot() {
        platform.instead(clip.id(), "send", this::unclear);
        platform.instead(clip.id(), "status", this::unclear);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
    }

    @Test
    void anAnswerThatWasLostAfterTheEffectIsNotSentAgain() {
        platform.instead(clip.id(), "send", () -> unclearAfterTheEffect());

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void whatStaysPassingIsGivenBackOnceThePlatformSaysThatNothingWasPublished() {
        for (int i = 0; i < 3; i++) {
            platform.instead(clip.id(), "send", this::unclear);
        }

        story.order(1);

        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(story.failure()).isInstanceOf(UploadFailure.Transient.class);
        assertThat(platform.posts(clip.id())).isEmpty();
    }

    @Test
    void withoutAnAnswerItIsUnconfirmedAndNeverSentAgainUntilThereIsOne() {
        platform.instead(clip.id(), "send", () -> unclearAfterTheEffect());
        for (int i = 0; i < 8; i++) {
            platform.instead(clip.id(), "status", this::unclear);
        }

        story.order(1);

        story.awaitTold("Queued", "Started", "Unconfirmed", "Processing", "Published");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void aSessionThatIsGoneAndAPostThatIsNowhereLeadToANewSessionOnlyAfterTheListsLag() {
        platform.instead(clip.id(), "send", () -> {
            platform.forgetSessions();
            return unclear();
        });

        story.order(1);

        story.awaitTold("Queued", "Started", "Unconfirmed", "Started", "Processing", "Published");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void aDeathRightAfterADeadSessionWasLetGoIsNoRiddle() {
        pool.preparedQuery("insert into upload (upload_id, tenant, attempt, command, account_id, step) "
                        + "values ($1, 'default', 1, $2, $3, 'RECONCILE')")
                .execute(Tuple.of(clip.id(), EventJson.encode(clip.command(1).data()), PaperAccounts.DEMO))
                .await()
                .atMost(UploadStory.PATIENCE);

        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(story.told()).endsWith("Published"));
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void aSessionThatIsGoneAfterTheEffectIsFoundByItsPost() {
        platform.instead(clip.id(), "send", () -> {
            Uni<?> lost = unclearAfterTheEffect();
            return lost.onFailure().invoke(platform::forgetSessions);
        });

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void allBytesWithoutAWordOfCompletionAreNoProofOfFailure() {
        Uni<?> allThere = Uni.createFrom()
                .item(new SessionStatus.Open(clip.file().toFile().length(), Optional.empty()));
        platform.instead(clip.id(), "send", () -> allThere);
        for (int i = 0; i < 8; i++) {
            platform.instead(clip.id(), "status", () -> allThere);
        }

        story.order(1);

        story.awaitTold("Queued", "Started", "Unconfirmed", "Started", "Processing", "Published");
    }

    @Test
    void aFaultOfTheUploaderEndsInAReasonAndNotInALoop() {
        platform.instead(clip.id(), "open", () -> {
            throw new IllegalStateException("a bug");
        });

        story.order(1);

        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("worker.fault");
    }

    @Test
    void aCallInWhichNothingMovesIsEnded() {
        platform.instead(clip.id(), "send", () -> Uni.createFrom().nothing());

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
    }

    @Test
    void anOwnerThatLostItsLeaseWritesNothingMoreAndTheNextOneFinishes() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        platform.instead(
                clip.id(), "send", () -> Uni.createFrom().completionStage(gate).chain(() -> Uni.createFrom()
                        .item(new SessionStatus.Completed("not for the old owner"))));
        story.order(1);
        await().atMost(UploadStory.PATIENCE).until(() -> story.column("intent_at") != null);

        pool.query("update upload set owner = gen_random_uuid(), fencing = fencing + 1, "
                        + "lease_until = now() + interval '1 second' where upload_id = '" + clip.id() + "'")
                .execute()
                .await()
                .atMost(UploadStory.PATIENCE);
        gate.complete(null);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(story.column("post_id")).startsWith("post-");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void anotherVersionOfTheMediaNeverGetsIntoAnOpenSession() throws java.io.IOException {
        platform.instead(clip.id(), "send", () -> refused(new UploadFailure.RateLimited(reason(), Optional.empty())));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");

        java.nio.file.Files.writeString(clip.file(), "another video");
        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("media.changed");
    }

    private static UploadFailure.Reason reason() {
        return new UploadFailure.Reason("paper.torn", "the paper is torn", "take another sheet");
    }

    private Uni<?> revoked() {
        return refused(
                new UploadFailure.Auth(new UploadFailure.Reason("paper.revoked", "revoked", "connect it again")));
    }

    private static Uni<?> refused(UploadFailure failure) {
        return Uni.createFrom().failure(UploadException.refused(failure));
    }

    private Uni<?> unclear() {
        return Uni.createFrom().failure(UploadException.unclear(new UploadFailure.Transient(reason()), null));
    }

    /** The platform publishes and nobody hears of it. */
    private Uni<?> unclearAfterTheEffect() {
        Supplier<String> session = () -> story.column("handle");
        return Uni.createFrom()
                .item(session)
                .runSubscriptionOn(io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultWorkerPool())
                .invoke(handle -> platform.completeSession(clip.id(), handle))
                .chain(this::unclear);
    }
}
