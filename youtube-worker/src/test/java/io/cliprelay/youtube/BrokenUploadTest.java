package io.cliprelay.youtube;

import java.nio.file.Path;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.youtube.testing.Clip;
import io.cliprelay.youtube.testing.SandboxResource;
import io.cliprelay.youtube.testing.Stage;

import static io.cliprelay.youtube.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever breaks on the way, one post comes of it, with the file's bytes. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class BrokenUploadTest {

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
    }

    @Test
    void aConnectionThatBreaksMidwayIsResumedWhereYouTubeIs() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}");

        assertOnePost();
    }

    @Test
    void aServerErrorAtTheLastByteIsResumed() {
        sandbox.fault(
                "upload-chunk",
                clip.title(),
                "{\"type\":\"status\",\"status\":503,\"body\":\"<html>Service Unavailable</html>\"}");

        assertOnePost();
    }

    @Test
    void anAnswerLostAfterTheLastByteIsAskedForAgain() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-after-effect\"}");

        assertOnePost();
    }

    @Test
    void bytesThatYouTubeDidNotKeepAreSentAgain() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"store-less\",\"bytes\":262144}");

        assertOnePost();
    }

    @Test
    void aSessionThatIsForgottenMidwayIsReplaced() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}");
        sandbox.fault("upload-query", clip.title(), "{\"type\":\"forget-session\"}");

        assertOnePost();
    }

    @Test
    void aSessionThatIsForgottenAfterTheLastByteIsFoundOnTheChannel() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-after-effect\"}");
        sandbox.fault("upload-query", clip.title(), "{\"type\":\"forget-session\"}");

        assertOnePost();
    }

    @Test
    void aFinishedSessionThatSaysItWaitsForMoreIsLookedUpOnTheChannel() {
        // The first call carries the file and is cut off; all answers after it say that nothing is missing or done.
        String allBytes = "{\"type\":\"status\",\"status\":308,\"headers\":{\"Range\":\"bytes=0-%d\"}}"
                .formatted(clip.file().toFile().length() - 1);
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-after-effect\"}");
        sandbox.fault("upload-query", clip.title(), allBytes);

        assertOnePost();
    }

    @Test
    void anAccessTokenThatIsRevokedMidwayIsRefreshed() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}");
        sandbox.fault("upload-query", clip.title(), "{\"type\":\"revoke-access-token\"}");

        assertOnePost();
    }

    @Test
    void aRateLimitOnAQueryIsWaitedFor() {
        sandbox.fault("upload-chunk", clip.title(), "{\"type\":\"cut-after-effect\"}");
        sandbox.fault(
                "upload-query",
                clip.title(),
                "{\"type\":\"status\",\"status\":429,\"reason\":\"rateLimitExceeded\",\"headers\":{\"Retry-After\":\"1\"}}");

        assertOnePost();
    }

    private void assertOnePost() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content());

        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        assertThat(sandbox.posts(clip.title())).hasSize(1);
        JsonNode post = sandbox.posts(clip.title()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(post.path("id").asText()).isEqualTo(published.publication().platformPostId());
        assertThat(stage.types(upload))
                .startsWith("Queued", "Started")
                .endsWith("Processing", "Published")
                .doesNotContain("AttemptFailed");
        stage.assertNoSecrets(upload);
    }
}
