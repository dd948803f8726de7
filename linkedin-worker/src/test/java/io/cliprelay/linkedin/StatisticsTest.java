package io.cliprelay.linkedin;

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
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.linkedin.testing.Clip;
import io.cliprelay.linkedin.testing.LinkedInDesk;
import io.cliprelay.linkedin.testing.SandboxResource;
import io.cliprelay.linkedin.testing.Stage;
import io.cliprelay.worker.testing.Afterwards;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.linkedin.testing.SandboxResource.MEMBER;
import static io.cliprelay.linkedin.testing.SandboxResource.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a post after it was published. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class StatisticsTest {

    @TempDir
    Path folder;

    @Inject
    Pool pool;

    private final Sandbox sandbox = Sandbox.underTest();
    private final LinkedInDesk desk = new LinkedInDesk(sandbox);
    private Stage stage;
    private Afterwards afterwards;

    @BeforeEach
    void open() {
        stage = new Stage();
        afterwards = new Afterwards(pool);
    }

    @AfterEach
    void close() {
        desk.member(MEMBER, "{\"scopes\":[\"openid\",\"profile\",\"w_member_social\"]}");
        stage.close();
        afterwards.close();
    }

    @Test
    void viewsLikesCommentsAndSharesOfAnOrganisationsPostAreTold() {
        UUID upload = stage.order(Clip.account(PAGE), Clip.in(folder).content());
        String post = postOf(upload);
        sandbox.receive(post, "{\"views\":1234567890123,\"likes\":56,\"comments\":7,\"shares\":8}");

        afterwards.readNow(upload);

        PostEvent.Measured told = afterwards.await(upload, PostEvent.Measured.class);
        assertThat(told.upload().platform()).isEqualTo("linkedin");
        assertThat(told.platformPostId()).isEqualTo(post);
        assertThat(told.views()).contains(1_234_567_890_123L);
        assertThat(told.likes()).contains(56L);
        assertThat(told.comments()).contains(7L);
        assertThat(told.shares()).contains(8L);
    }

    @Test
    void anOrganisationsPostThatWasTakenAwayIsToldAsMissing() {
        UUID upload = stage.order(Clip.account(PAGE), Clip.in(folder).content());
        String post = postOf(upload);
        sandbox.remove(post);

        afterwards.readNow(upload);

        assertThat(afterwards.await(upload, PostEvent.Missing.class).platformPostId())
                .isEqualTo(post);
    }

    @Test
    void ofAMembersPostNothingIsToldWithoutTheVettedScope() {
        UUID upload = stage.order(Clip.account(MEMBER), Clip.in(folder).content());
        postOf(upload);

        afterwards.readNow(upload);

        afterwards.awaitEnd(upload);
        assertThat(afterwards.told(upload)).isEmpty();
    }

    @Test
    void withTheVettedScopeAMembersPostIsToldOfMetricByMetric() {
        desk.member(MEMBER, "{\"scopes\":[\"openid\",\"w_member_social\",\"r_member_postAnalytics\"]}");
        UUID upload = stage.order(Clip.account(MEMBER), Clip.in(folder).content());
        sandbox.receive(postOf(upload), "{\"views\":100,\"likes\":5,\"comments\":3,\"shares\":1}");

        afterwards.readNow(upload);

        PostEvent.Measured told = afterwards.await(upload, PostEvent.Measured.class);
        assertThat(told.views()).contains(100L);
        assertThat(told.likes()).contains(5L);
        assertThat(told.comments()).contains(3L);
        assertThat(told.shares()).contains(1L);
    }

    private String postOf(UUID upload) {
        return stage.await(upload, UploadEvent.Published.class).publication().platformPostId();
    }
}
