package io.cliprelay.linkedin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.linkedin.testing.Clip;
import io.cliprelay.linkedin.testing.LinkedInDesk;
import io.cliprelay.linkedin.testing.SandboxResource;
import io.cliprelay.linkedin.testing.Stage;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.linkedin.testing.SandboxResource.DOOMED;
import static io.cliprelay.linkedin.testing.SandboxResource.MEMBER;
import static io.cliprelay.linkedin.testing.SandboxResource.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** A clip becomes a post of a member or an organisation, with its text and bytes. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class PublishingTest {

    private static final String READABLE = "{\"membersMayReadVideos\":true}";

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private final LinkedInDesk desk = new LinkedInDesk(sandbox);
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        desk.set(READABLE);
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        MEMBER + ",urn:li:person:782bbtaQ,true",
        MEMBER + ",urn:li:person:782bbtaQ,false",
        PAGE + ",urn:li:organization:5515715,true"
    })
    void aClipGoesLiveAsItsAuthorWhetherOrNotItsVideoCanBeAskedFor(String account, String author, boolean readable) {
        desk.set("{\"membersMayReadVideos\":" + readable + "}");
        Clip clip = Clip.in(folder);

        UUID upload = stage.order(Clip.account(account), clip.content());
        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        JsonNode post = onlyPost(clip);
        assertThat(post.path("channelId").asText()).isEqualTo(author);
        assertThat(post.path("description").asText()).isEqualTo(clip.shown());
        assertThat(post.path("privacy").asText()).isEqualTo("PUBLIC");
        assertThat(published.publication().platformPostId())
                .isEqualTo(post.path("id").asText());
        assertThat(published.publication().permalink())
                .hasToString(sandbox.url() + "/linkedin/feed/update/"
                        + post.path("id").asText() + "/");
        stage.assertNoSecrets(upload);
    }

    @Test
    void aLargeFileGoesInPartsSideBySideWithoutTheAccessToken() {
        Clip clip = Clip.ofFiveParts(folder);

        stage.await(stage.order(Clip.account(MEMBER), clip.content()), UploadEvent.Published.class);

        String video = onlyPost(clip).path("uploadSession").asText();
        assertThat(sandbox.statuses("upload-part", video)).containsExactly(200, 200, 200, 200, 200);
        assertThat(desk.authorizedParts()).isZero();
    }

    @Test
    void aFileThatIsNotWhatWasDeclaredIsRefusedBeforeItsPartsAreSent() {
        Clip clip = Clip.ofFiveParts(folder);

        UUID upload = stage.order(Clip.account(MEMBER), clip.declared("0".repeat(64)));

        assertThat(stage.await(upload, UploadEvent.AttemptFailed.class)
                        .failure()
                        .reason()
                        .code())
                .isEqualTo("media.digest-mismatch");
        assertThat(sandbox.posts(clip.title())).isEmpty();
    }

    @Test
    void aThumbnailGoesWithTheVideo() throws IOException {
        Clip clip = Clip.in(folder);
        Path image = Files.write(folder.resolve("cover.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});

        stage.await(stage.order(Clip.account(MEMBER), clip.withThumbnail(image)), UploadEvent.Published.class);

        assertThat(onlyPost(clip).path("thumbnailSha256").asText()).hasSize(64);
    }

    @Test
    void aThumbnailThatIsNotThereIsToldBeforeAnyByte() throws IOException {
        Clip clip = Clip.in(folder);
        Path image = Files.write(folder.resolve("gone.png"), new byte[] {1, 2, 3});
        PostContent content = clip.withThumbnail(image);
        Files.delete(image);
        long before = sandbox.calls("linkedin").getOrDefault("initialize-upload", 0L);

        UUID upload = stage.order(Clip.account(MEMBER), content);

        assertThat(failure(upload).reason().code()).startsWith("media.");
        assertThat(sandbox.calls("linkedin").getOrDefault("initialize-upload", 0L))
                .isEqualTo(before);
    }

    @Test
    void aMembersPostCanBeForItsConnectionsOnly() {
        Clip clip = Clip.in(folder);

        stage.await(
                stage.order(Clip.account(MEMBER), clip.content(Privacy.PUBLIC, Map.of("visibility", "CONNECTIONS"))),
                UploadEvent.Published.class);

        assertThat(onlyPost(clip).path("privacy").asText()).isEqualTo("CONNECTIONS");
    }

    @Test
    void aPrivateClipIsRefusedBeforeAnyByte() {
        Clip clip = Clip.in(folder);

        UUID upload = stage.order(Clip.account(MEMBER), clip.content(Privacy.PRIVATE, Map.of()));

        assertThat(failure(upload).reason().code()).isEqualTo("linkedin.visibility");
        assertThat(sandbox.posts(clip.title())).isEmpty();
    }

    @Test
    void aClipThatIsNotToBePublishedIsRefusedBeforeAnyByte() {
        Clip clip = Clip.in(folder);

        UUID upload = stage.order(Clip.account(MEMBER), clip.content(Privacy.PUBLIC, Map.of("auto-publish", "false")));

        assertThat(failure(upload).reason().code()).isEqualTo("linkedin.no-drafts");
        assertThat(stage.types(upload)).doesNotContain("Drafted");
        assertThat(sandbox.posts(clip.title())).isEmpty();
    }

    @Test
    void aVideoThatLinkedInCannotProcessIsRefused() {
        Clip clip = Clip.in(folder);
        sandbox.fault("finalize-upload", "", "{\"type\":\"processing-failure\",\"reason\":\"FAILED_TO_PROCESS\"}");

        UUID upload = stage.order(Clip.account(MEMBER), clip.content());

        assertThat(failure(upload).reason().code()).isEqualTo("PROCESSING_FAILED");
    }

    @Test
    void aMemberWhoRevokedTheConsentHasToGiveItAnew() {
        Clip clip = Clip.in(folder);
        sandbox.fault("initialize-upload", "", "{\"type\":\"revoke-refresh-token\"}");

        UUID upload = stage.order(Clip.account(DOOMED), clip.content());

        assertThat(failure(upload)).isInstanceOf(UploadFailure.Auth.class);
        assertThat(sandbox.posts(clip.title())).isEmpty();
    }

    private UploadFailure failure(UUID upload) {
        return stage.await(upload, UploadEvent.AttemptFailed.class).failure();
    }

    private JsonNode onlyPost(Clip clip) {
        assertThat(sandbox.posts(clip.title())).hasSize(1);
        JsonNode post = sandbox.posts(clip.title()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        return post;
    }
}
