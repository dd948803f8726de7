package io.cliprelay.tiktok;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.tiktok.testing.Clip;
import io.cliprelay.tiktok.testing.SandboxResource;
import io.cliprelay.tiktok.testing.Stage;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.tiktok.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever breaks on the way, one post comes of it, with the file's bytes. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class BrokenUploadTest {

    private static final String CUT = "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}";
    private static final String ANSWER_LOST = "{\"type\":\"cut-after-effect\"}";

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private Stage stage;
    private Clip clip;

    @BeforeEach
    void open() {
        stage = new Stage();
        clip = Clip.ofSeveralChunks(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aConnectionThatBreaksInAChunkIsResumedAtItsStart() {
        fault("upload-chunk", 2, CUT);

        assertThat(assertOnePost()).containsExactly(206, 0, 201);
    }

    @Test
    void anAnswerLostAfterAChunkIsAskedForAndTheChunkNotSentAgain() {
        fault("upload-chunk", 1, ANSWER_LOST);

        assertThat(assertOnePost()).containsExactly(0, 201);
    }

    @Test
    void anAnswerLostAfterTheLastChunkMakesNoSecondPost() {
        fault("upload-chunk", 2, ANSWER_LOST);

        assertThat(assertOnePost()).containsExactly(206, 0);
    }

    @Test
    void aServerErrorAtTheLastChunkIsResumed() {
        fault("upload-chunk", 2, "{\"type\":\"status\",\"status\":502,\"body\":\"<html>Bad Gateway</html>\"}");

        assertThat(assertOnePost()).containsExactly(206, 502, 201);
    }

    @Test
    void aBeginningWhoseAnswerIsLostIsBegunAnew() {
        fault("init", 1, ANSWER_LOST);

        assertOnePost();
    }

    @Test
    void anAccessTokenThatDiesWhileTikTokIsAskedIsRefreshedAndTheSamePublicationAskedFor() {
        fault("status", 1, "{\"type\":\"revoke-access-token\"}");

        assertThat(assertOnePost()).containsExactly(206, 201);
    }

    @Test
    void anAddressThatIsRefusedOnceIsTriedAgain() {
        fault("upload-chunk", 2, "{\"type\":\"status\",\"status\":403}");

        assertThat(assertOnePost()).containsExactly(206, 403, 201);
    }

    @Test
    void anAccessTokenThatDiesWithTheLastAnswerLostMakesNoSecondPost() {
        fault("upload-chunk", 2, ANSWER_LOST);
        fault("status", 1, "{\"type\":\"revoke-access-token\"}");

        assertThat(assertOnePost()).containsExactly(206, 0);
    }

    @Test
    void anUploadThatTikTokLosesIsBegunAnewByTheNextAttempt() {
        fault("upload-chunk", 2, "{\"type\":\"forget-session\"}");
        UploadRef upload = stage.upload(Clip.account(DEMO));
        stage.order(upload, 1, clip.content());
        assertThat(stage.await(upload.uploadId(), UploadEvent.AttemptFailed.class)
                        .failure())
                .isInstanceOf(UploadFailure.Transient.class);

        stage.order(upload, 2, clip.content());

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.caption())).hasSize(1);
    }

    private void fault(String operation, int nth, String action) {
        sandbox.fault(operation, clip.title(), nth, action);
    }

    /** Yields the statuses of the requests with bytes; 0 where there was no answer. */
    private List<Integer> assertOnePost() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content());

        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        assertThat(sandbox.posts(clip.caption())).hasSize(1);
        JsonNode post = sandbox.posts(clip.caption()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(post.path("id").asText()).isEqualTo(published.publication().platformPostId());
        assertThat(stage.types(upload))
                .startsWith("Queued", "Started")
                .endsWith("Published")
                .doesNotContain("AttemptFailed");
        stage.assertNoSecrets(upload);
        return sandbox.statuses("upload-chunk", post.path("uploadSession").asText());
    }
}
