package io.cliprelay.worker.upload;

import java.nio.file.Path;
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

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;

/** When a publishing call without a clear outcome may be made again, and when it may not. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProofOfAbsenceTest {

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
    void thePlatformIsReadyToPublishWhatItWasSent() {
        story = UploadStory.begin(inbox, pool, folder);
        platform.instead(
                story.clip().id(), "send", () -> Uni.createFrom().item(new SessionStatus.Preparing(Optional.empty())));
        platform.always(
                story.clip().id(), "status", () -> Uni.createFrom().item(new SessionStatus.Ready(Optional.empty())));
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void aTimeWithoutAnswersProvesNothing() {
        platform.instead(story.clip().id(), "publish", this::lostAfterTheEffect);
        platform.always(story.clip().id(), "find", this::unclear);
        story.order(1);
        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed");
        story.change("unclear_at = now() - interval '1 hour', looks = 9");

        platform.instead(story.clip().id(), "find", () -> Uni.createFrom().item(new Finding.Absent()));
        platform.asUsual(story.clip().id(), "find");

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "Processing", "Published");
        assertThat(platform.posts(story.clip().id())).hasSize(1);
    }

    @Test
    void whatWasJudgedIsNotPublishedAgainAndSaysWhy() {
        AtomicInteger calls = new AtomicInteger();
        platform.always(story.clip().id(), "publish", () -> {
            calls.incrementAndGet();
            return Uni.createFrom().failure(UploadException.unclear(new UploadFailure.ContentRejected(REASON), null));
        });

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Unconfirmed", "AttemptFailed");
        assertThat(story.failure()).isEqualTo(new UploadFailure.ContentRejected(REASON));
        assertThat(calls).hasValue(1);
        assertThat(platform.posts(story.clip().id())).isEmpty();
    }

    private Uni<String> lostAfterTheEffect() {
        platform.completeSession(story.clip().id(), "session of " + story.clip().id());
        return unclear();
    }

    private <T> Uni<T> unclear() {
        return Uni.createFrom().failure(UploadException.unclear(new UploadFailure.Transient(REASON), null));
    }
}
