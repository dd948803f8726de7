package io.cliprelay.instagram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.testing.Clip;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.instagram.testing.Stage;
import io.cliprelay.kit.testing.LocalStackResource;

import static io.cliprelay.instagram.testing.SandboxResource.BY_URL;
import static io.cliprelay.instagram.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** A clip becomes a Reel, a draft, or a refusal that says what to do. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class PublishingTest {

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
        stage.close();
    }

    @Test
    void aFileBecomesOneReelWithItsBytesCaptionAndPermalink() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content());

        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        JsonNode post = onlyPost();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(published.publication().platformPostId())
                .isEqualTo(post.path("id").asText());
        assertThat(published.publication().permalink())
                .hasToString(post.path("permalink").asText());
        assertThat(stage.types(upload)).startsWith("Queued", "Started").endsWith("Published");
        stage.assertNoSecrets(upload);
    }

    @Test
    void optionsBecomeParametersOfTheContainer() {
        Map<String, String> options = Map.of(
                "shareToFeed", "false",
                "coverTimestampMs", "1500",
                "collaborators", "@one, two.three",
                "syntheticMedia", "true",
                "comments", "false");

        stage.await(stage.order(Clip.account(DEMO), clip.content(options)), UploadEvent.Published.class);

        JsonNode given = onlyPost().path("resource");
        assertThat(given.path("share_to_feed").asText()).isEqualTo("false");
        assertThat(given.path("thumb_offset").asText()).isEqualTo("1500");
        assertThat(given.path("collaborators").asText()).isEqualTo("[\"one\",\"two.three\"]");
        assertThat(given.path("is_ai_generated").asText()).isEqualTo("true");
    }

    @Test
    void withoutAutoPublishItIsPreparedAndNobodySeesIt() {
        Instant before = Instant.now();

        UUID upload = stage.order(Clip.account(DEMO), clip.content(Map.of("auto-publish", "false")));
        UploadEvent.Drafted drafted = stage.await(upload, UploadEvent.Drafted.class);

        assertThat(desk.posts(clip.caption())).isEmpty();
        assertThat(desk.containers(clip.caption()))
                .extracting(container -> container.path("status").asText())
                .containsExactly("FINISHED");
        assertThat(drafted.expiresAt()).hasValueSatisfying(until -> assertThat(until)
                .isBetween(before.plus(Duration.ofHours(24)), Instant.now().plus(Duration.ofHours(24))));
    }

    @Test
    void aFileForAnAccountByInstagramLoginIsRefusedWithWhatToDo() {
        UUID upload = stage.order(Clip.account(BY_URL), clip.content());

        UploadFailure failure = failure(upload);

        assertThat(failure).isInstanceOf(UploadFailure.InvalidInput.class);
        assertThat(failure.reason().fix()).contains("https address").contains("Facebook login");
    }

    @Test
    void aReelThatIsNotForEverybodyIsRefused() {
        UUID upload = stage.order(Clip.account(DEMO), clip.content(clip.reference(), Privacy.UNLISTED, Map.of()));

        assertThat(failure(upload).reason().code()).isEqualTo("instagram.privacy");
        assertThat(desk.containers(clip.caption())).isEmpty();
    }

    @Test
    void aQuotaThatIsUsedUpIsObeyedBeforeAnythingIsSent() {
        desk.set("{\"quotaTotal\":0}");
        try {
            UUID upload = stage.order(Clip.account(DEMO), clip.content());

            assertThat(failure(upload))
                    .isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, used -> assertThat(used.until())
                            .isAfter(Instant.now().plusSeconds(60)));
            assertThat(desk.containers(clip.caption())).isEmpty();
        } finally {
            desk.set("{\"quotaTotal\":10000}");
        }
    }

    private UploadFailure failure(UUID upload) {
        return stage.await(upload, UploadEvent.AttemptFailed.class).failure();
    }

    private JsonNode onlyPost() {
        assertThat(desk.posts(clip.caption())).hasSize(1);
        return desk.posts(clip.caption()).getFirst();
    }
}
