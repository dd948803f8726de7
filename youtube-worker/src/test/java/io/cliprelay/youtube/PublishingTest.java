package io.cliprelay.youtube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.platform.CommonOptions;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.youtube.testing.Clip;
import io.cliprelay.youtube.testing.SandboxResource;
import io.cliprelay.youtube.testing.Stage;

import static io.cliprelay.youtube.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class PublishingTest {

    /** A PNG of one pixel. */
    private static final byte[] IMAGE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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
    void aCommandBecomesOnePostWithTheFilesBytesAndItsText() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content());

        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        assertThat(stage.types(upload)).containsExactly("Queued", "Started", "Processing", "Published");
        JsonNode post = only();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(post.path("privacy").asText()).isEqualTo("unlisted");
        assertThat(post.path("description").asText()).isEqualTo("A description");
        assertThat(post.path("tags"))
                .extracting(JsonNode::asText)
                .containsExactly("one", "two words", UploadMarker.of(upload).tag());
        assertThat(published.publication().platformPostId())
                .isEqualTo(post.path("id").asText());
        assertThat(published.publication().permalink())
                .hasToString(sandbox.url() + "/watch?v=" + post.path("id").asText());
    }

    @Test
    void theSameCommandTwiceIsOnePost() {
        UploadCommand command = new UploadCommand(
                new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "youtube", Clip.account(DEMO)),
                1,
                Instant.now(),
                clip.content());
        stage.order(command);
        stage.order(command);
        stage.await(command.upload().uploadId(), UploadEvent.Published.class);
        stage.order(command);

        // A later upload to the same account is behind all of them.
        UUID later = stage.order(Clip.account(DEMO), Clip.in(folder).content());
        stage.await(later, UploadEvent.Published.class);

        assertThat(sandbox.posts(clip.title())).hasSize(1);
        assertThat(stage.types(command.upload().uploadId()))
                .containsExactly("Queued", "Started", "Processing", "Published");
    }

    @Test
    void aVideoThatYouTubePublishesByItselfIsCalledPublishedOnceItIsPublic() {
        Instant at = Instant.now().plusSeconds(15);
        UUID upload = stage.order(Clip.account(DEMO), clip.content(Map.of("publishAt", at.toString())));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sandbox.posts(clip.title()))
                .extracting(post -> post.path("privacy").asText())
                .containsExactly("private"));
        stage.await(upload, UploadEvent.Published.class);

        assertThat(Instant.now()).isAfterOrEqualTo(at);
        assertThat(stage.types(upload)).containsExactly("Queued", "Started", "Processing", "Published");
    }

    @Test
    void aClipThatIsNotToBePublishedIsLeftAsAPrivateVideo() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content(Map.of(CommonOptions.AUTO_PUBLISH, "false")));

        stage.await(upload, UploadEvent.Drafted.class);

        assertThat(stage.types(upload)).endsWith("Drafted").doesNotContain("Published");
        assertThat(only().path("privacy").asText()).isEqualTo("private");
    }

    @Test
    void theThumbnailIsSet() throws IOException {
        UUID upload = stage.order(Clip.account(DEMO), clip.content(Optional.of(thumbnail())));

        stage.await(upload, UploadEvent.Published.class);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(only().path("thumbnailSha256").asText()).hasSize(64));
    }

    @Test
    void aThumbnailThatYouTubeRefusesLeavesTheVideoPublished() throws IOException {
        sandbox.fault("thumbnail", clip.title(), "{\"type\":\"status\",\"reason\":\"invalidImage\"}");
        UUID upload = stage.order(Clip.account(DEMO), clip.content(Optional.of(thumbnail())));

        stage.await(upload, UploadEvent.Published.class);

        assertThat(stage.types(upload)).containsExactly("Queued", "Started", "Processing", "Published");
        assertThat(sandbox.posts(clip.title())).hasSize(1);
    }

    private MediaReference thumbnail() throws IOException {
        return Clip.reference(Files.write(folder.resolve("thumbnail.png"), IMAGE), "image/png");
    }

    private JsonNode only() {
        assertThat(sandbox.posts(clip.title())).hasSize(1);
        return sandbox.posts(clip.title()).getFirst();
    }
}
