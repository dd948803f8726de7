package io.cliprelay.linkedin;

import java.nio.file.Path;
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
import io.cliprelay.linkedin.testing.Clip;
import io.cliprelay.linkedin.testing.LinkedInDesk;
import io.cliprelay.linkedin.testing.SandboxResource;
import io.cliprelay.linkedin.testing.Stage;
import io.cliprelay.worker.testing.BudgetDesk;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.linkedin.testing.SandboxResource.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an upload when the member has used up its day. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class OutOfBudgetTest {

    /** The calls before the first that asks how the video is. */
    private static final int BEGINNING_AND_END = 2;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private final LinkedInDesk desk = new LinkedInDesk(sandbox);
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
        desk.liftLimits();
        stage.close();
    }

    @Test
    void anUploadWithoutCallsIsLimitedUntilMidnightUtcAndGoesOnThenWhereItWas() {
        publishAnother();
        budgets.allow(LinkedInLimits.OF_MEMBER, budgets.used(LinkedInLimits.OF_MEMBER) + BEGINNING_AND_END);
        UploadRef upload = upload();

        order(upload, 1);

        assertLimited(upload, "budget.member-calls");
        assertThat(sandbox.posts(clip.title())).isEmpty();
        long begun = sandbox.calls("linkedin").get("initialize-upload");

        budgets.dayPasses();
        budgets.allow(LinkedInLimits.OF_MEMBER, 150);
        order(upload, 2);

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.title())).hasSize(1);
        assertThat(sandbox.calls("linkedin").get("initialize-upload")).isEqualTo(begun);
    }

    @Test
    void aDayThatLinkedInCallsUsedUpIsNotAskedForAgainBeforeItsEnd() {
        desk.set("{\"memberCallsPerDay\":0}");
        UploadRef upload = upload();
        order(upload, 1);
        assertLimited(upload, "TOO_MANY_REQUESTS");

        desk.liftLimits();
        UploadRef another = upload();
        order(another, 1);

        assertLimited(another, "budget.member-calls");
    }

    private void assertLimited(UploadRef upload, String code) {
        assertThat(failure(upload)).isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> {
            assertThat(quota.reason().code()).isEqualTo(code);
            assertThat(quota.until()).isEqualTo(LinkedInErrors.nextMidnight(Instant.now()));
        });
    }

    private void publishAnother() {
        UUID upload = stage.order(Clip.account(MEMBER), Clip.in(folder).content());
        stage.await(upload, UploadEvent.Published.class);
    }

    private UploadFailure failure(UploadRef upload) {
        return stage.await(upload.uploadId(), UploadEvent.AttemptFailed.class).failure();
    }

    private void order(UploadRef upload, int attempt) {
        stage.order(new UploadCommand(upload, attempt, Instant.now(), clip.content()));
    }

    private static UploadRef upload() {
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "linkedin", Clip.account(MEMBER));
    }
}
