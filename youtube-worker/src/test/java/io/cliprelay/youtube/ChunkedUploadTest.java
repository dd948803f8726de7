package io.cliprelay.youtube;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
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

@QuarkusTest
@TestProfile(ChunkedUploadTest.Chunked.class)
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class ChunkedUploadTest {

    /** The smallest chunks that YouTube takes. */
    public static class Chunked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cliprelay.youtube.upload.chunk-size", "256K");
        }
    }

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
    void aFileGoesInChunksAndTheLastOneFinishesIt() {
        JsonNode post = publish();

        assertThat(sandbox.statuses("upload-chunk", post.path("uploadSession").asText()))
                .containsExactly(308, 308, 308, 201);
    }

    @Test
    void aBreakInsideAChunkMovesTheGridOfTheRest() {
        sandbox.fault("upload-chunk", clip.title(), 2, "{\"type\":\"cut-before-effect\",\"afterBytes\":100000}");

        publish();
    }

    @Test
    void aChunkThatWasTakenAndNotAnsweredIsNotSentAgain() {
        sandbox.fault("upload-chunk", clip.title(), 2, "{\"type\":\"cut-after-effect\"}");

        JsonNode post = publish();

        assertThat(sandbox.statuses("upload-chunk", post.path("uploadSession").asText()))
                .containsExactly(308, 0, 308, 201);
    }

    @Test
    void aTokenThatIsRevokedBetweenChunksIsRefreshed() {
        sandbox.fault("upload-chunk", clip.title(), 3, "{\"type\":\"revoke-access-token\"}");

        publish();
    }

    @Test
    void aSessionThatIsForgottenBetweenChunksIsReplaced() {
        sandbox.fault("upload-chunk", clip.title(), 3, "{\"type\":\"forget-session\"}");

        publish();
    }

    private JsonNode publish() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content());
        stage.await(upload, UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.title())).hasSize(1);
        JsonNode post = sandbox.posts(clip.title()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        return post;
    }
}
