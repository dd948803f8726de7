package io.cliprelay.tiktok;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.tiktok.testing.Clip;
import io.cliprelay.tiktok.testing.SandboxResource;
import io.cliprelay.tiktok.testing.Stage;
import io.cliprelay.worker.testing.BudgetDesk;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.tiktok.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an upload when the creator has used up a minute. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class OutOfBudgetTest {

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private Stage stage;
    private BudgetDesk budgets;
    private Clip clip;

    @BeforeEach
    void open() {
        stage = new Stage();
        budgets = new BudgetDesk(pool);
        budgets.empty();
        clip = Clip.in(folder);
    }

    @AfterEach
    void close() {
        budgets.empty();
        stage.close();
    }

    @Test
    void aPostBeyondTheMinutesBeginningsIsLimitedUntilTheOldestLeavesItAndBegunThen() {
        publishAnother();
        budgets.allow(TikTokLimits.BEGINNINGS, 1);
        UploadRef upload = upload();

        order(upload, 1);

        assertThat(failure(upload)).isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> {
            assertThat(limited.reason().code()).isEqualTo("budget.beginnings");
            assertThat(limited.until()).hasValueSatisfying(until -> assertThat(until)
                    .isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(62)));
        });
        assertThat(sandbox.posts(clip.caption())).isEmpty();

        budgets.timePasses(Duration.ofSeconds(62));
        order(upload, 2);

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.caption())).hasSize(1);
    }

    private void publishAnother() {
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        stage.await(upload, UploadEvent.Published.class);
    }

    private UploadFailure failure(UploadRef upload) {
        return stage.await(upload.uploadId(), UploadEvent.AttemptFailed.class).failure();
    }

    private void order(UploadRef upload, int attempt) {
        stage.order(new UploadCommand(upload, attempt, Instant.now(), clip.content()));
    }

    private static UploadRef upload() {
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "tiktok", Clip.account(DEMO));
    }
}
