package io.cliprelay.youtube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.testing.BudgetDesk;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.youtube.testing.Clip;
import io.cliprelay.youtube.testing.SandboxResource;
import io.cliprelay.youtube.testing.Stage;

import static io.cliprelay.youtube.testing.SandboxResource.DEMO;
import static io.cliprelay.youtube.testing.SandboxResource.DOOMED;
import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be overcome ends the attempt with what to do about it. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class FailedAttemptTest {

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private Stage stage;
    private Clip clip;

    @BeforeEach
    void open() {
        stage = new Stage();
        clip = Clip.in(folder);
    }

    @AfterEach
    void close() {
        stage.close();
        // What YouTube calls used up is held for the rest of the day.
        new BudgetDesk(pool).empty();
    }

    @Test
    void aRevokedConsentAsksForTheAccountToBeConnectedAgain() {
        sandbox.fault("session-start", clip.title(), "{\"type\":\"revoke-refresh-token\"}");

        UploadFailure failure = failureFor(DOOMED, clip.content());

        assertThat(failure).isInstanceOf(UploadFailure.Auth.class);
        assertThat(failure.reason().code()).isEqualTo("invalid_grant");
        assertThat(failure.reason().fix()).contains("Connect the account again");
    }

    @Test
    void anAccountThatIsNotConnectedIsSaidToBe() {
        UploadFailure failure = failureFor("nobody", clip.content());

        assertThat(failure).isInstanceOf(UploadFailure.Auth.class);
        assertThat(failure.reason().code()).isEqualTo("account.not-connected");
    }

    @Test
    void anExhaustedUploadBucketIsHeldUntilPacificMidnight() {
        sandbox.fault("session-start", clip.title(), "{\"type\":\"status\",\"reason\":\"videoUploadsPerDay\"}");

        UploadFailure failure = failureFor(DEMO, clip.content());

        assertThat(failure).isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> {
            assertThat(quota.until()).isAfter(Instant.now());
            assertThat(quota.until().atZone(ZoneId.of("America/Los_Angeles")).toLocalTime())
                    .isEqualTo(LocalTime.MIDNIGHT);
        });
    }

    @Test
    void metadataThatYouTubeRefusesAreAnInvalidInput() {
        sandbox.fault("session-start", clip.title(), "{\"type\":\"status\",\"reason\":\"invalidTitle\"}");

        UploadFailure failure = failureFor(DEMO, clip.content());

        assertThat(failure).isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(failure.reason().code()).isEqualTo("invalidTitle");
    }

    @Test
    void aVideoThatCannotBeProcessedIsRejected() {
        sandbox.fault("session-start", clip.title(), "{\"type\":\"processing-failure\",\"reason\":\"codec\"}");

        UploadFailure failure = failureFor(DEMO, clip.content());

        assertThat(failure).isInstanceOf(UploadFailure.ContentRejected.class);
        assertThat(failure.reason().code()).isEqualTo("codec");
    }

    @Test
    void aVideoThatYouTubeRejectsIsRejected() {
        sandbox.fault("session-start", clip.title(), "{\"type\":\"rejection\",\"reason\":\"copyright\"}");

        UploadFailure failure = failureFor(DEMO, clip.content());

        assertThat(failure).isInstanceOf(UploadFailure.ContentRejected.class);
        assertThat(failure.reason().code()).isEqualTo("copyright");
    }

    @Test
    void aFileThatIsGoneIsNotPublished() throws IOException {
        PostContent content = clip.content();
        Files.delete(clip.file());

        assertNotPublished(content, "media.missing");
    }

    @Test
    void aFileThatChangedSinceIsNotPublished() throws IOException {
        PostContent content = clip.content();
        Files.writeString(clip.file(), "something else");

        assertNotPublished(content, "media.changed");
    }

    private void assertNotPublished(PostContent content, String code) {
        UploadFailure failure = failureFor(DEMO, content);

        assertThat(failure).isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(failure.reason().code()).isEqualTo(code);
        assertThat(sandbox.posts(clip.title())).isEmpty();
    }

    private UploadFailure failureFor(String account, PostContent content) {
        UUID upload = stage.order(Clip.account(account), content);
        UploadFailure failure =
                stage.await(upload, UploadEvent.AttemptFailed.class).failure();
        stage.assertNoSecrets(upload);
        return failure;
    }
}
