package io.cliprelay.tiktok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.tiktok.testing.Clip;
import io.cliprelay.tiktok.testing.SandboxResource;
import io.cliprelay.tiktok.testing.Stage;
import io.cliprelay.tiktok.testing.TikTokDesk;
import io.cliprelay.worker.testing.BudgetDesk;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.tiktok.testing.SandboxResource.DEMO;
import static io.cliprelay.tiktok.testing.SandboxResource.DOOMED;
import static io.cliprelay.tiktok.testing.SandboxResource.HASTY;
import static io.cliprelay.tiktok.testing.SandboxResource.HERMIT;
import static org.assertj.core.api.Assertions.assertThat;

/** What creators and targets choose, and what TikTok refuses. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class SettingsTest {

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private final TikTokDesk desk = new TikTokDesk(sandbox);
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
        // What TikTok calls used up is held for an hour.
        new BudgetDesk(pool).empty();
    }

    @Test
    void aPrivateClipIsPublishedWithoutAnIdOfItsOwn() {
        UUID upload = order(HERMIT, clip.content(Privacy.PRIVATE, Map.of("comments", "true")));

        var publication = stage.await(upload, UploadEvent.Published.class).publication();
        JsonNode post = sandbox.posts(clip.caption()).getFirst();
        assertThat(publication.platformPostId())
                .isEqualTo(post.path("uploadSession").asText());
        assertThat(publication.permalink()).hasToString(sandbox.url() + "/tiktok/@hermit");
        JsonNode given = post.path("resource").path("post_info");
        assertThat(given.path("privacy_level").asText()).isEqualTo("SELF_ONLY");
        assertThat(given.path("disable_comment").asBoolean()).isFalse();
        assertThat(given.path("disable_duet").asBoolean()).isTrue();
        assertThat(given.has("brand_content_toggle")).isTrue();
    }

    @Test
    void aPublicClipOfAPrivateAccountIsRefusedBeforeItIsBegun() {
        UUID upload = order(HERMIT, clip.content());

        assertThat(failure(upload)).isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(failure(upload).reason().code()).isEqualTo("privacy_level_option_mismatch");
        assertThat(sandbox.posts(clip.caption())).isEmpty();
    }

    @Test
    void aVideoLongerThanItsCreatorMayPostIsRefusedBeforeItIsBegun() throws IOException {
        Path film = Files.copy(Path.of("../samples/cliprelay-sample.mp4"), folder.resolve("film.mp4"));
        Clip sixSeconds = new Clip(film, clip.title(), "");
        int before = desk.publications(HASTY).size();

        UUID upload = order(HASTY, sixSeconds.content());

        assertThat(failure(upload)).isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(failure(upload).reason().message())
                .isEqualTo("The video lasts 6 s, and TikTok takes at most 5 s from this creator");
        assertThat(desk.publications(HASTY)).hasSize(before);
    }

    @Test
    void aDraftEndsInTheInboxAndIsNoPost() {
        int before = desk.publications(DEMO).size();

        UUID upload = order(DEMO, clip.content(Privacy.PUBLIC, Map.of("auto-publish", "false")));
        stage.await(upload, UploadEvent.Drafted.class);

        var publications = desk.publications(DEMO);
        assertThat(publications).hasSize(before + 1);
        assertThat(publications.getLast().path("state").asText()).isEqualTo("SEND_TO_USER_INBOX");
        assertThat(publications.getLast().path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(sandbox.posts(clip.caption())).isEmpty();
        assertThat(stage.types(upload)).doesNotContain("Published");
    }

    @Test
    void aVideoThatTikTokCannotProcessIsRefusedWithItsReason() {
        sandbox.fault(
                "upload-chunk",
                clip.title(),
                "{\"type\":\"processing-failure\",\"reason\":\"frame_rate_check_failed\"}");

        UUID upload = order(DEMO, clip.content());

        assertThat(failure(upload).reason().code()).isEqualTo("frame_rate_check_failed");
        assertThat(stage.types(upload)).doesNotContain("Published");
    }

    @Test
    void anAddressThatDiesBeforeAllBytesAreThereEndsTheAttempt() {
        desk.set("{\"uploadUrlLifetime\":\"PT0S\"}");

        UUID upload = order(DEMO, clip.content());
        UploadFailure failure = failure(upload);
        desk.set("{\"uploadUrlLifetime\":\"PT1H\"}");

        assertThat(failure).isInstanceOf(UploadFailure.Transient.class);
        assertThat(failure.reason().code()).isEqualTo("tiktok.upload-expired");
        assertThat(sandbox.posts(clip.caption())).isEmpty();
    }

    @Test
    void aPartOfAChunkThatTikTokKeptEndsTheAttempt() {
        Clip large = Clip.ofSeveralChunks(folder);
        desk.set("{\"keepBrokenChunks\":true}");
        sandbox.fault("upload-chunk", large.title(), "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}");

        UploadFailure failure = failure(order(DEMO, large.content()));
        desk.set("{\"keepBrokenChunks\":false}");

        assertThat(failure.reason().code()).isEqualTo("tiktok.range-refused");
        assertThat(sandbox.posts(large.caption())).isEmpty();
    }

    @Test
    void aCreatorWithoutPostsLeftIsAskedAgainInAnHour() {
        sandbox.fault(
                "init", clip.title(), "{\"type\":\"status\",\"status\":403,\"reason\":\"spam_risk_too_many_posts\"}");

        assertThat(failure(order(DEMO, clip.content()))).isInstanceOf(UploadFailure.QuotaExhausted.class);
    }

    @Test
    void aCreatorWhoRevokedTheConsentHasToGiveItAnew() {
        sandbox.fault("init", clip.title(), "{\"type\":\"revoke-refresh-token\"}");

        UUID upload = order(DOOMED, clip.content());

        assertThat(failure(upload)).isInstanceOf(UploadFailure.Auth.class);
        assertThat(sandbox.posts(clip.caption())).isEmpty();
    }

    private UUID order(String account, PostContent content) {
        return stage.order(Clip.account(account), content);
    }

    private UploadFailure failure(UUID upload) {
        return stage.await(upload, UploadEvent.AttemptFailed.class).failure();
    }
}
