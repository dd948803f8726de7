package io.cliprelay.tiktok;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.tiktok.testing.Clip;
import io.cliprelay.tiktok.testing.SandboxResource;
import io.cliprelay.tiktok.testing.Stage;
import io.cliprelay.worker.testing.Afterwards;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.tiktok.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a video after it was published. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class StatisticsTest {

    @TempDir
    Path folder;

    @Inject
    Pool pool;

    private final Sandbox sandbox = Sandbox.underTest();
    private Stage stage;
    private Afterwards afterwards;

    @BeforeEach
    void open() {
        // Other tests have TikTok say that the creator's posts are used up.
        pool.query("delete from budget").execute().await().atMost(Duration.ofSeconds(10));
        stage = new Stage();
        afterwards = new Afterwards(pool);
    }

    @AfterEach
    void close() {
        stage.close();
        afterwards.close();
    }

    @Test
    void viewsLikesCommentsAndSharesOfAPublicPostAreTold() {
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        String post = postOf(upload);
        sandbox.receive(post, "{\"views\":1234567890123,\"likes\":56,\"comments\":7,\"shares\":8}");

        afterwards.readNow(upload);

        PostEvent.Measured told = afterwards.await(upload, PostEvent.Measured.class);
        assertThat(told.upload().platform()).isEqualTo("tiktok");
        assertThat(told.platformPostId()).isEqualTo(post);
        assertThat(told.views()).contains(1_234_567_890_123L);
        assertThat(told.likes()).contains(56L);
        assertThat(told.comments()).contains(7L);
        assertThat(told.shares()).contains(8L);
    }

    @Test
    void aVideoThatWasTakenAwayIsToldAsMissing() {
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        String post = postOf(upload);
        sandbox.remove(post);

        afterwards.readNow(upload);

        assertThat(afterwards.await(upload, PostEvent.Missing.class).platformPostId())
                .isEqualTo(post);
    }

    @Test
    void ofAPostThatOnlyItsCreatorSeesNothingIsTold() {
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content(Privacy.PRIVATE, Map.of()));
        postOf(upload);

        afterwards.readNow(upload);

        afterwards.awaitEnd(upload);
        assertThat(afterwards.told(upload)).isEmpty();
    }

    private String postOf(UUID upload) {
        return stage.await(upload, UploadEvent.Published.class).publication().platformPostId();
    }
}
