package io.cliprelay.youtube;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.youtube.testing.Configured;
import io.cliprelay.youtube.wire.VideoResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VideoMetadataTest {

    private static final UUID UPLOAD = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @EnumSource(Privacy.class)
    void privacyIsAlwaysSentSinceWithoutItAVideoIsPublic(Privacy privacy) {
        assertThat(video(privacy, Map.of()).status().privacyStatus())
                .isEqualTo(privacy.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void textIsTakenOverAndTheMarkerIsTheLastTag() {
        VideoResource.Snippet snippet = video(Privacy.PUBLIC, Map.of()).snippet();

        assertThat(snippet.title()).isEqualTo("A title");
        assertThat(snippet.description()).isEqualTo("A description");
        assertThat(snippet.tags())
                .containsExactly("one", UploadMarker.of(UPLOAD).tag());
    }

    @Test
    void whatNoOptionSaysIsTheSafeDefault() {
        VideoResource video = video(Privacy.PUBLIC, Map.of());

        assertThat(video.snippet().categoryId()).isEqualTo("22");
        assertThat(video.snippet().defaultLanguage()).isNull();
        assertThat(video.status().selfDeclaredMadeForKids()).isFalse();
        assertThat(video.status().containsSyntheticMedia()).isFalse();
    }

    @Test
    void optionsAreTakenOver() {
        VideoResource video = video(
                Privacy.PUBLIC,
                Map.of("categoryId", "10", "language", "en", "madeForKids", "true", "syntheticMedia", "true"));

        assertThat(video.snippet().categoryId()).isEqualTo("10");
        assertThat(video.snippet().defaultLanguage()).isEqualTo("en");
        assertThat(video.status().selfDeclaredMadeForKids()).isTrue();
        assertThat(video.status().containsSyntheticMedia()).isTrue();
    }

    @Test
    void aVideoThatYouTubeShallPublishIsPrivateUntilThen() {
        VideoResource.Status status = video(Privacy.PUBLIC, Map.of("publishAt", "2026-11-20T20:00:00+01:00"))
                .status();

        assertThat(status.privacyStatus()).isEqualTo("private");
        assertThat(status.publishAt()).isEqualTo("2026-11-20T19:00:00Z");
    }

    @Test
    void aTimeToPublishThatIsOverIsLeftOut() {
        VideoResource.Status status = video(Privacy.PUBLIC, Map.of("publishAt", "2026-11-20T12:00:00Z"))
                .status();

        assertThat(status.privacyStatus()).isEqualTo("public");
        assertThat(status.publishAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Privacy.class)
    void aDraftIsAPrivateVideoWhateverTheClipSays(Privacy privacy) {
        VideoResource.Status status =
                video("A title", privacy, Map.of(), PublishMode.DRAFT).status();

        assertThat(status.privacyStatus()).isEqualTo("private");
        assertThat(status.publishAt()).isNull();
    }

    @Test
    void aDraftIsNotPublishedByYouTube() {
        VideoResource.Status status = video(
                        "A title", Privacy.PUBLIC, Map.of("publishAt", "2026-11-20T20:00:00Z"), PublishMode.DRAFT)
                .status();

        assertThat(status.privacyStatus()).isEqualTo("private");
        assertThat(status.publishAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Privacy.class, mode = EnumSource.Mode.EXCLUDE, names = "PUBLIC")
    void aVideoThatIsNotToBePublicIsNotPublishedByYouTube(Privacy privacy) {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> video(privacy, Map.of("publishAt", "2026-11-20T20:00:00Z")))
                .satisfies(refused ->
                        assertThat(refused.failure().reason().code()).isEqualTo("youtube.publish-at-needs-public"));
    }

    @Test
    void textThatIsTooLongIsRefusedUnlessItMayBeCut() {
        String title = "A title ".repeat(20);

        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> video(title, Privacy.PUBLIC, Map.of()))
                .satisfies(refused -> assertThat(refused.effectPossible()).isFalse())
                .satisfies(refused -> assertThat(refused.failure()).isInstanceOf(UploadFailure.InvalidInput.class))
                .withMessage("title.too-long: The title has 160 characters; YouTube takes 100.");
        assertThat(video(title, Privacy.PUBLIC, Map.of("truncate", "true"))
                        .snippet()
                        .title())
                .startsWith("A title A title")
                .endsWith("A title A…")
                .hasSize(98);
    }

    private static VideoResource video(Privacy privacy, Map<String, String> options) {
        return video("A title", privacy, options);
    }

    private static VideoResource video(String title, Privacy privacy, Map<String, String> options) {
        return video(title, privacy, options, PublishMode.PUBLISH);
    }

    private static VideoResource video(String title, Privacy privacy, Map<String, String> options, PublishMode mode) {
        MediaReference media =
                new MediaReference(URI.create("file:/a.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        PostContent content =
                new PostContent(media, title, "A description", List.of("one"), privacy, Optional.empty(), options);
        UploadRef upload = new UploadRef(UPLOAD, UUID.randomUUID(), "youtube", UUID.randomUUID());
        AccountRef account = new AccountRef(upload.accountId(), "default", "demo", Optional.empty(), Map.of());
        UploadRequest request = new UploadRequest(upload, content, 1, new AccessToken("t"), account, mode);
        return VideoMetadata.of(request, Configured.with(Map.of()), NOW);
    }
}
