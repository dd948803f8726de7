package io.cliprelay.tiktok;

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
import io.cliprelay.tiktok.testing.Clip;
import io.cliprelay.tiktok.testing.SandboxResource;
import io.cliprelay.tiktok.testing.Stage;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.tiktok.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** A clip becomes a post, with its text, settings and bytes. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class PublishingTest {

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aClipGoesLiveUnderTheVideosIdAndAddress() {
        Clip clip = Clip.in(folder);

        UUID upload = stage.order(Clip.account(DEMO), clip.content());
        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        JsonNode post = onlyPost(clip);
        assertThat(published.publication().platformPostId())
                .isEqualTo(post.path("id").asText());
        assertThat(published.publication().permalink())
                .hasToString(sandbox.url() + "/tiktok/@cliprelay.demo/video/"
                        + post.path("id").asText());
        assertThat(post.path("privacy").asText()).isEqualTo("public");
        stage.assertNoSecrets(upload);
    }

    @Test
    void aLargeFileGoesInChunks() {
        Clip clip = Clip.ofSeveralChunks(folder);

        stage.await(stage.order(Clip.account(DEMO), clip.content()), UploadEvent.Published.class);

        String publication = onlyPost(clip).path("uploadSession").asText();
        assertThat(sandbox.statuses("upload-chunk", publication)).containsExactly(206, 201);
    }

    @Test
    void aRefreshTokenThatRotatesIsKeptAndServesTheNextRefresh() {
        for (int i = 0; i < 3; i++) {
            Clip clip = Clip.in(folder);
            sandbox.fault("init", clip.title(), "{\"type\":\"revoke-access-token\"}");

            stage.await(stage.order(Clip.account(DEMO), clip.content()), UploadEvent.Published.class);

            onlyPost(clip);
        }
    }

    private JsonNode onlyPost(Clip clip) {
        assertThat(sandbox.posts(clip.caption())).hasSize(1);
        JsonNode post = sandbox.posts(clip.caption()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        return post;
    }
}
