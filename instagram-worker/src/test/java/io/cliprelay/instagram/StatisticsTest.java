package io.cliprelay.instagram;

import java.nio.file.Path;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.instagram.testing.Clip;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.instagram.testing.Stage;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.testing.Afterwards;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.instagram.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a Reel after it was published. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class StatisticsTest {

    @TempDir
    Path folder;

    @Inject
    Pool pool;

    private final Sandbox sandbox = Sandbox.underTest();
    private final InstagramDesk desk = InstagramDesk.underTest();
    private Stage stage;
    private Afterwards afterwards;

    @BeforeEach
    void open() {
        stage = new Stage();
        afterwards = new Afterwards(pool);
    }

    @AfterEach
    void close() {
        desk.set("{\"insightsGranted\":true}");
        stage.close();
        afterwards.close();
    }

    @Test
    void viewsLikesCommentsAndSharesAreTold() {
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        String post = postOf(upload);
        sandbox.receive(post, "{\"views\":1234567890123,\"likes\":56,\"comments\":7,\"shares\":8}");

        afterwards.readNow(upload);

        PostEvent.Measured told = afterwards.await(upload, PostEvent.Measured.class);
        assertThat(told.upload().platform()).isEqualTo("instagram");
        assertThat(told.platformPostId()).isEqualTo(post);
        assertThat(told.views()).contains(1_234_567_890_123L);
        assertThat(told.likes()).contains(56L);
        assertThat(told.comments()).contains(7L);
        assertThat(told.shares()).contains(8L);
    }

    @Test
    void aReelThatWasTakenAwayIsToldAsMissing() {
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        String post = postOf(upload);
        sandbox.remove(post);

        afterwards.readNow(upload);

        assertThat(afterwards.await(upload, PostEvent.Missing.class).platformPostId())
                .isEqualTo(post);
    }

    @Test
    void withoutInsightsLikesAndCommentsAreTold() {
        desk.set("{\"insightsGranted\":false}");
        UUID upload = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        sandbox.receive(postOf(upload), "{\"views\":100,\"likes\":5,\"comments\":3,\"shares\":1}");

        afterwards.readNow(upload);

        PostEvent.Measured told = afterwards.await(upload, PostEvent.Measured.class);
        assertThat(told.likes()).contains(5L);
        assertThat(told.comments()).contains(3L);
        assertThat(told.views()).isEmpty();
        assertThat(told.shares()).isEmpty();
    }

    private String postOf(UUID upload) {
        return stage.await(upload, UploadEvent.Published.class).publication().platformPostId();
    }
}
