package io.cliprelay.worker.upload;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Platforms that have all bytes and publish only when told to. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PublishingByCallTest {

    private static final Settlement UNPUBLISHED = new Settlement(false, Optional.empty(), Optional.empty(), "anna");

    private static final Instant TOMORROW = Instant.parse("2030-01-02T00:00:00Z");
    private static final UploadFailure.Reason REASON =
            new UploadFailure.Reason("paper.torn", "the paper is torn", "take another sheet");

    @Inject
    CommandInbox inbox;

    @Inject
    PaperPlatform platform;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private UploadStory story;

    @BeforeEach
    void thePlatformPreparesWhatItWasSent() {
        story = UploadStory.begin(inbox, pool, folder);
        instead("send", new SessionStatus.Preparing(Optional.empty()));
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void itIsAskedUntilItIsReadyAndThenToldOnce() {
        instead("status", new SessionStatus.Preparing(Optional.empty()));
        instead("status", ready());

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(published()).isOne();
    }

    @Test
    void withoutAutoPublishItEndsAsADraftWithItsExpiry() {
        instead("status", ready());

        story.inbox().receive(story.clip().draft(1)).await().atMost(UploadStory.PATIENCE);

        story.awaitTold("Queued", "Started", "Processing", "Drafted");
        assertThat(story.last(UploadEvent.Drafted.class).expiresAt()).contains(TOMORROW);
        assertThat(published()).isZero();
        assertThat(story.column("owner")).isNull();
    }

    @Test
    void aPublishingCallWhoseAnswerWasLostIsNotMadeAgainOnceThePostIsFound() {
        instead("status", ready());
        instead("status", ready());
        platform.instead(story.clip().id(), "publish", this::lostAfterTheEffect);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Processing", "Published");
        assertThat(published()).isOne();
    }

    @Test
    void aPublishingCallThatHadNoEffectIsMadeAgainOnlyAfterThePostWasLookedForLongEnough() {
        always("status", ready());
        platform.instead(story.clip().id(), "publish", this::unclear);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Started", "Processing", "Published");
        assertThat(published()).isOne();
    }

    @Test
    void aPublishingCallThatNeverHasAnAnswerEndsTheAttemptOnceAbsenceWasProvedAgain() {
        always("status", ready());
        platform.always(story.clip().id(), "publish", this::unclear);

        story.order(1);

        story.awaitTold(
                "Queued",
                "Started",
                "Processing",
                "Unconfirmed",
                "Started",
                "Processing",
                "Unconfirmed",
                "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("upload.no-outcome");
        assertThat(published()).isZero();
        assertThat(story.column("step")).isEqualTo("FAILED");
        assertThat(story.column("owner")).isNull();
    }

    @Test
    void aPostThatIsAnotherUploadsIsNotTakenForItsOwn() {
        UploadStory other = UploadStory.begin(inbox, pool, folder);
        other.order(1);
        other.awaitTold("Queued", "Started", "Processing", "Published");
        String othersPost = other.column("post_id");
        other.close();
        always("status", ready());
        always("find", new Finding.Alike(othersPost));
        platform.instead(story.clip().id(), "publish", this::unclear);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        assertThat(story.last(UploadEvent.Unconfirmed.class).failure().reason().code())
                .isEqualTo("post.of-another-upload");
    }

    @Test
    void aPostThatMayBeOneOrTheOtherIsTakenByNeither() {
        UploadStory other = UploadStory.begin(inbox, pool, folder);
        for (UploadStory one : List.of(story, other)) {
            platform.always(one.clip().id(), "status", () -> Uni.createFrom().item(ready()));
            platform.always(one.clip().id(), "find", () -> Uni.createFrom().item(new Finding.Unknowable(REASON)));
            platform.instead(one.clip().id(), "publish", this::unclear);
        }
        platform.instead(
                other.clip().id(), "send", () -> Uni.createFrom().item(new SessionStatus.Preparing(Optional.empty())));
        story.order(1);
        other.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        other.awaitTold("Queued", "Started", "Processing", "Unconfirmed");

        always("find", new Finding.Alike("the-only-one"));
        String looks = story.column("(looks + 5)");
        await().atMost(UploadStory.PATIENCE)
                .until(() -> Integer.parseInt(story.column("looks")) > Integer.parseInt(looks));
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");

        settle(
                other,
                new Settlement(true, Optional.of(URI.create("https://paper.example/9")), Optional.of("9"), "anna"));
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Processing", "Published");
        assertThat(story.column("post_id")).isEqualTo("the-only-one");
        other.close();
    }

    @Test
    void aRefusedPublishingCallEndsTheAttemptAndTheNextOneGoesOnWithTheSameSession() {
        instead("status", ready());
        platform.instead(story.clip().id(), "publish", () -> Uni.createFrom()
                .failure(UploadException.refused(new UploadFailure.QuotaExhausted(REASON, Instant.now()))));
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "AttemptFailed");
        String handle = story.column("handle");

        instead("status", ready());
        story.order(2);

        story.awaitTold(
                "Queued", "Started", "Processing", "AttemptFailed", "Queued", "Started", "Processing", "Published");
        assertThat(story.column("handle")).isEqualTo(handle);
        assertThat(published()).isOne();
    }

    @Test
    void aSessionThatFailsIsLeftAndTheAttemptEndsWithItsReason() {
        instead("status", new SessionStatus.Failed(new UploadFailure.ContentRejected(REASON)));

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "AttemptFailed");
        assertThat(story.failure()).isInstanceOf(UploadFailure.ContentRejected.class);
        assertThat(story.column("handle")).isNull();
    }

    @Test
    void whatThePlatformCannotTellStaysUnconfirmedUntilAPersonSaysThatItIsThere() {
        unknowable();
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");

        settle(1, new Settlement(true, Optional.of(URI.create("https://paper.example/7")), Optional.of("7"), "anna"));

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Published");
        assertThat(story.last(UploadEvent.Published.class).publication().platformPostId())
                .isEqualTo("7");
    }

    @Test
    void whatAPersonFoundUnpublishedIsGivenBackForAnotherAttemptWithANewSession() {
        unknowable();
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");

        settle(1, UNPUBLISHED);
        settle(1, UNPUBLISHED);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("upload.settled-unpublished");
        assertThat(story.column("handle")).isNull();
    }

    @Test
    void whatAPersonSaidOfAnAttemptSettlesNoLaterOne() {
        unknowable();
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        settle(1, UNPUBLISHED);
        instead("send", new SessionStatus.Preparing(Optional.empty()));
        unknowable();
        story.order(2);
        story.awaitTold(
                "Queued",
                "Started",
                "Processing",
                "Unconfirmed",
                "AttemptFailed",
                "Queued",
                "Started",
                "Processing",
                "Unconfirmed");

        settle(1, UNPUBLISHED);

        assertThat(story.column("step")).isEqualTo("RECONCILE");
        settle(2, UNPUBLISHED);
        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(story.column("step")).isEqualTo("FAILED"));
    }

    @Test
    void whatAPersonSaysIsHeardWhereALookEndsJustThen() {
        unknowable();
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");

        for (int quarter = 0; quarter < 30; quarter++) {
            story.change("step = 'RECONCILE', owner = gen_random_uuid(), fencing = fencing + 1, "
                    + "next_at = now() + interval '1 hour', "
                    + "lease_until = clock_timestamp() + " + quarter + " * interval '250 microseconds'");

            settle(1, UNPUBLISHED);

            assertThat(story.column("step")).as("quarter %s", quarter).isEqualTo("FAILED");
        }
    }

    private void unknowable() {
        always("status", ready());
        always("find", new Finding.Unknowable(REASON));
        platform.instead(story.clip().id(), "publish", this::unclear);
    }

    @Test
    void whatAPersonSaidBeforeACallThatMayPublishDoesNotSettleThatCall() {
        unknowable();
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        EventEnvelope<PlatformCommand> said = story.clip().settled(1, UNPUBLISHED);
        story.change("intent_at = clock_timestamp()");

        inbox.receive(said).await().atMost(UploadStory.PATIENCE);

        assertThat(story.column("step")).isEqualTo("RECONCILE");
        settle(1, UNPUBLISHED);
        assertThat(story.column("step")).isEqualTo("FAILED");
    }

    @Test
    void aPublishingCallThatWasHeldUpUntilAnotherTookTheUploadOverDoesNotLeave() {
        always("status", ready());
        AtomicInteger before = new AtomicInteger(-1);
        platform.instead(story.clip().id(), "held-up", this::takenOver);
        platform.instead(story.clip().id(), "find", () -> {
            before.set(published());
            return Uni.createFrom().item(new Finding.Absent());
        });

        story.order(1);

        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(published()).isOne());
        assertThat(before).hasValue(0);
    }

    private Uni<?> takenOver() {
        return pool.query("update upload set owner = gen_random_uuid(), fencing = fencing + 1, lease_until = now() "
                        + "where upload_id = '" + story.clip().id() + "'")
                .execute()
                .replaceWithVoid();
    }

    private static void settle(UploadStory story, Settlement settlement) {
        story.inbox().receive(story.clip().settled(1, settlement)).await().atMost(UploadStory.PATIENCE);
    }

    private void settle(int attempt, Settlement settlement) {
        story.inbox().receive(story.clip().settled(attempt, settlement)).await().atMost(UploadStory.PATIENCE);
    }

    private static SessionStatus ready() {
        return new SessionStatus.Ready(Optional.of(TOMORROW));
    }

    private void instead(String step, SessionStatus answer) {
        platform.instead(story.clip().id(), step, () -> Uni.createFrom().item(answer));
    }

    private void always(String step, Object answer) {
        platform.always(story.clip().id(), step, () -> Uni.createFrom().item(answer));
    }

    private int published() {
        return platform.posts(story.clip().id()).size();
    }

    private Uni<?> unclear() {
        return Uni.createFrom().failure(UploadException.unclear(new UploadFailure.Transient(REASON), null));
    }

    private Uni<?> lostAfterTheEffect() {
        platform.completeSession(story.clip().id(), "session of " + story.clip().id());
        return unclear();
    }
}
