package io.cliprelay.worker.upload;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of a post that the platform has named: it is asked for until it is live, or known not to be. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class NamedPostTest {

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
    void aPostThatThePlatformRejectsEndsTheAttempt() {
        platform.instead(clip.id(), "inspect", () -> Uni.createFrom()
                .item(new Inspection.Refused(new UploadFailure.ContentRejected(reason()))));

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "AttemptFailed");
    }

    @Test
    void aPostIsAskedForUntilItIsLive() {
        platform.instead(clip.id(), "inspect", () -> Uni.createFrom().item(new Inspection.Processing()));
        platform.instead(clip.id(), "inspect", () -> Uni.createFrom().item(new Inspection.Missing()));
        platform.instead(clip.id(), "inspect", this::unclear);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
    }

    @Test
    void aPostThatIsProcessedWithoutEndIsUnconfirmedUntilItIsLive() {
        platform.always(clip.id(), "inspect", () -> Uni.createFrom().item(new Inspection.Processing()));
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing");

        story.change("intent_at = now() - interval '25 hours'");
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        platform.asUsual(clip.id(), "inspect");

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Published");
    }

    @Test
    void aPostThatNobodyMayAskForAnyMoreIsUnconfirmedAndSettledByAPerson() {
        platform.instead(clip.id(), "inspect", this::revoked);
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");

        story.inbox()
                .receive(clip.settled(
                        1, new Settlement(true, Optional.of(URI.create("https://paper/1")), Optional.of("p1"), "me")))
                .await()
                .atMost(UploadStory.PATIENCE);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Published");
        assertThat(platform.posts(clip.id())).hasSize(1);
    }

    @Test
    void aPostThatWasMissingAndMayNotBeAskedForAnyMoreIsUnconfirmed() {
        platform.instead(clip.id(), "inspect", () -> Uni.createFrom().item(new Inspection.Missing()));
        platform.always(clip.id(), "inspect", this::revoked);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
    }

    @Test
    void aPostThatIsMissingForOnceAfterALongTimeWithoutAnAnswerIsNotGone() {
        platform.instead(clip.id(), "inspect", this::revoked);
        platform.instead(clip.id(), "inspect", () -> Uni.createFrom().item(new Inspection.Missing()));
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        story.change("unclear_at = now() - interval '25 hours'");

        pool.query("delete from breaker").execute().await().atMost(UploadStory.PATIENCE);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Published");
    }

    @Test
    void aPostThatEveryAnswerOfALongTimeSaysIsMissingIsGone() {
        platform.always(clip.id(), "inspect", () -> Uni.createFrom().item(new Inspection.Missing()));
        story.order(1);
        await().atMost(UploadStory.PATIENCE).until(() -> story.column("missing_at") != null);

        story.change("missing_at = now() - interval '25 hours'");

        story.awaitTold("Queued", "Started", "Processing", "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("post.gone");
    }

    @Test
    void whatIsLeftToDoMayFailAlone() {
        platform.instead(clip.id(), "complete", () -> refused(new UploadFailure.InvalidInput(reason())));

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(story.column("step")).isEqualTo("DONE"));
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
}
