package io.cliprelay.youtube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.testing.BudgetDesk;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.youtube.testing.Clip;
import io.cliprelay.youtube.testing.SandboxResource;
import io.cliprelay.youtube.testing.Stage;

import static io.cliprelay.youtube.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an upload when the project has used up its day. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class OutOfBudgetTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void anUploadBeyondTheDaysBucketIsLimitedUntilPacificMidnightAndTakenThen() {
        publishAnother();
        budgets.allow(YouTubeLimits.UPLOADS, 1);
        long sessions = sandbox.calls("youtube").get("session-start");
        UploadRef upload = upload();

        order(upload, 1);

        assertThat(failure(upload)).isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> {
            assertThat(quota.reason().code()).isEqualTo("budget.uploads");
            assertThat(quota.until()).isEqualTo(YouTubeErrors.nextPacificMidnight(Instant.now()));
        });
        assertThat(sandbox.calls("youtube").get("session-start")).isEqualTo(sessions);

        budgets.dayPasses();
        order(upload, 2);

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.title())).hasSize(1);
    }

    @Test
    void aVideoWithoutUnitsToLookAtItIsLookedAtTheNextDay() {
        publishAnother();
        budgets.allow(YouTubeLimits.UNITS, 0);
        UploadRef upload = upload();

        order(upload, 1);

        stage.await(upload.uploadId(), UploadEvent.Processing.class);
        assertThat(sandbox.posts(clip.title())).hasSize(1);
        Awaitility.await().atMost(PATIENCE).until(() -> looked(upload));
        budgets.dayPasses();
        budgets.allow(YouTubeLimits.UNITS, 10);
        pool.query("update upload set next_at = now()").executeAndAwait();
        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.title())).hasSize(1);
    }

    @Test
    void aThumbnailIsChargedWhereThereIsOne() throws IOException {
        Path image = Files.write(folder.resolve("thumbnail.png"), new byte[] {1, 2, 3});

        publishAnother();
        assertThat(budgets.used(YouTubeLimits.UNITS)).isLessThan(50);
        stage.order(Clip.account(DEMO), clip.content(Optional.of(Clip.reference(image, "image/png"))));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(budgets.used(YouTubeLimits.UNITS))
                .isBetween(50L, 99L));
    }

    /** And put off until the next day. */
    private boolean looked(UploadRef upload) {
        return pool.preparedQuery("select looks > 0 from upload where upload_id = $1")
                .executeAndAwait(Tuple.of(upload.uploadId()))
                .iterator()
                .next()
                .getBoolean(0);
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
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "youtube", Clip.account(DEMO));
    }
}
