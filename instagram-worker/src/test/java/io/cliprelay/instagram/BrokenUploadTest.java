package io.cliprelay.instagram;

import java.nio.file.Path;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.testing.Clip;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.instagram.testing.Stage;
import io.cliprelay.kit.testing.LocalStackResource;

import static io.cliprelay.instagram.testing.SandboxResource.DEMO;
import static io.cliprelay.instagram.testing.SandboxResource.DOOMED;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever breaks on the way, one Reel comes of it; a second publishing would make a second one here. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class BrokenUploadTest {

    private static final String LOST = "{\"type\":\"cut-after-effect\"}";

    @TempDir
    Path folder;

    private final InstagramDesk desk = InstagramDesk.underTest();
    private Stage stage;
    private Clip clip;

    @BeforeEach
    void open() {
        stage = new Stage();
        clip = Clip.in(folder);
    }

    @AfterEach
    void close() {
        desk.set("{\"statusLag\":\"PT0S\",\"mediaListLag\":\"PT0S\",\"mediaPage\":100,\"restrictsThoughLive\":false,"
                + "\"permalinkFails\":false}");
        stage.close();
    }

    @Test
    void bytesThatBreakOffAreSentOnFromWhereInstagramIs() {
        desk.fault("upload-bytes", clip.caption(), "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}");

        assertOneReel();
        assertThat(desk.containers(clip.caption())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload-bytes", "container-status"})
    void aContainerThatInstagramForgetsBeforeItIsPublishedIsOpenedAnew(String operation) {
        desk.fault(operation, clip.caption(), "{\"type\":\"forget-session\"}");

        assertOneReel();
        assertThat(desk.containers(clip.caption())).hasSize(1);
    }

    @Test
    void aLostAnswerToTheBytesIsAskedFor() {
        desk.fault("upload-bytes", clip.caption(), LOST);

        assertOneReel();
    }

    @Test
    void aLostAnswerToPublishingIsLookedForAndNotPublishedAgain() {
        desk.fault("publish", clip.caption(), LOST);

        assertOneReel();
    }

    @Test
    void aReelThatAnotherOneIsLikeOnALaterPageIsLiveWithoutAName() {
        assertOneReel();
        desk.set("{\"mediaPage\":1}");
        desk.fault("publish", clip.caption(), LOST);

        UploadEvent.Published published =
                stage.await(stage.order(Clip.account(DEMO), clip.content()), UploadEvent.Published.class);

        assertThat(published.publication().platformPostId()).startsWith("container:");
        assertThat(desk.posts(clip.caption())).hasSize(2);
    }

    @Test
    void aLostAnswerToPublishingIsFoundThoughTheContainerStillSaysThatItIsReady() {
        desk.set("{\"statusLag\":\"PT60S\",\"mediaListLag\":\"PT0.5S\"}");
        desk.fault("publish", clip.caption(), LOST);

        assertOneReel();
    }

    @Test
    void aPublishingThatIsAnsweredByARestrictionIsSeenToBeLive() {
        desk.set("{\"restrictsThoughLive\":true}");

        assertOneReel();
    }

    @Test
    void aPublishingThatHadNoEffectIsDoneOnceMoreWithTheSameContainer() {
        desk.fault("publish", clip.caption(), "{\"type\":\"status\",\"reason\":\"2\"}");

        assertOneReel();
        assertThat(desk.containers(clip.caption())).hasSize(1);
    }

    @Test
    void aPermalinkThatCannotBeReadLeavesTheReelPublished() {
        desk.set("{\"permalinkFails\":true}");

        UploadEvent.Published published =
                stage.await(stage.order(Clip.account(DEMO), clip.content()), UploadEvent.Published.class);

        assertThat(published.publication().permalink()).hasToString("https://www.instagram.com/");
        assertThat(desk.posts(clip.caption())).hasSize(1);
    }

    @Test
    void aContainerWhoseProcessingFailsIsTheFailureOfTheAttempt() {
        desk.fault("container-create", clip.caption(), "{\"type\":\"processing-failure\",\"reason\":\"2207026\"}");

        UUID upload = stage.order(Clip.account(DEMO), clip.content());

        assertThat(stage.await(upload, UploadEvent.AttemptFailed.class).failure())
                .isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(desk.posts(clip.caption())).isEmpty();
    }

    @Test
    void anAccountWhoseOwnerTookBackTheConsentIsToBeConnectedAgain() {
        desk.fault("publish", clip.caption(), "{\"type\":\"revoke-refresh-token\"}");

        UUID upload = stage.order(Clip.account(DOOMED), clip.content());

        assertThat(stage.await(upload, UploadEvent.AttemptFailed.class).failure())
                .isInstanceOf(UploadFailure.Auth.class);
        assertThat(desk.posts(clip.caption())).isEmpty();
    }

    private void assertOneReel() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content());

        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        assertThat(desk.posts(clip.caption())).hasSize(1);
        JsonNode post = desk.posts(clip.caption()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(published.publication().platformPostId())
                .isEqualTo(post.path("id").asText());
        assertThat(stage.types(upload)).doesNotContain("AttemptFailed");
        stage.assertNoSecrets(upload);
    }
}
