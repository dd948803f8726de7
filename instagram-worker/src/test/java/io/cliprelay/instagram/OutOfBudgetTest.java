package io.cliprelay.instagram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import io.cliprelay.instagram.testing.Clip;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.instagram.testing.Stage;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.testing.BudgetDesk;

import static io.cliprelay.instagram.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What becomes of an upload when the account has used up its 24 hours. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class OutOfBudgetTest {

    private static final Duration DAY = Duration.ofHours(24).plusMinutes(1);

    @Inject
    Pool pool;

    @Inject
    Budgets counted;

    @TempDir
    Path folder;

    private final InstagramDesk desk = InstagramDesk.underTest();
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
    void anUploadBeyondTheContainersOf24HoursIsLimitedUntilTheOldestLeavesThem() {
        publishAnother();
        budgets.allow(InstagramLimits.CONTAINERS, 1);
        UploadRef upload = upload();

        order(upload, 1);

        assertThat(failure(upload)).isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> {
            assertThat(quota.reason().code()).isEqualTo("budget.containers");
            assertThat(quota.until()).isCloseTo(Instant.now().plus(DAY), within(1, ChronoUnit.MINUTES));
        });
        assertThat(desk.containers(clip.caption())).isEmpty();

        budgets.timePasses(DAY);
        order(upload, 2);

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(desk.posts(clip.caption())).hasSize(1);
    }

    @Test
    void aReelThatIsReadyIsLimitedUntilThereIsRoomAndPublishedThroughTheSameContainer() {
        publishAnother();
        budgets.use(InstagramLimits.PUBLISHES, 1_000_000, Duration.ofHours(5));
        UploadRef upload = upload();

        order(upload, 1);

        assertThat(failure(upload)).isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> {
            assertThat(quota.reason().code()).isEqualTo("budget.publishes");
            assertThat(quota.until()).isCloseTo(Instant.now().plus(Duration.ofHours(5)), within(1, ChronoUnit.MINUTES));
        });
        assertThat(desk.posts(clip.caption())).isEmpty();

        budgets.timePasses(Duration.ofHours(5));
        order(upload, 2);

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(desk.posts(clip.caption())).hasSize(1);
        assertThat(desk.containers(clip.caption())).hasSize(1);
    }

    @Test
    void theAccountsOwnNumberIsLearned() {
        desk.set("{\"quotaTotal\":9000}");
        try {
            publishAnother();
        } finally {
            desk.set("{\"quotaTotal\":10000}");
        }

        assertThat(counted.left(Clip.account(DEMO), InstagramLimits.PUBLISHES)
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isEqualTo(8999);
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
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "instagram", Clip.account(DEMO));
    }
}
