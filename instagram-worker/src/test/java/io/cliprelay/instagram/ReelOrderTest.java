package io.cliprelay.instagram;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.testing.Configured;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReelOrderTest {

    private static final MediaReference FILE = media("file:///clips/one.mp4");
    private static final MediaReference HTTPS = media("https://cdn.example.com/one.mp4");

    @Test
    void aFileIsSentWithFacebookLogin() {
        assertThat(order(content(FILE, Privacy.PUBLIC, Map.of()), Login.FACEBOOK))
                .containsEntry("media_type", "REELS")
                .containsEntry("upload_type", "resumable")
                .containsEntry("caption", "A caption")
                .containsEntry("share_to_feed", "true")
                .doesNotContainKey("video_url");
    }

    @ParameterizedTest
    @EnumSource(Login.class)
    void aVideoAtAnHttpsAddressIsFetchedWithEitherLogin(Login login) {
        assertThat(order(content(HTTPS, Privacy.PUBLIC, Map.of()), login))
                .containsEntry("video_url", "https://cdn.example.com/one.mp4")
                .doesNotContainKey("upload_type");
    }

    @Test
    void aFileIsNothingForInstagramLogin() {
        refused(content(FILE, Privacy.PUBLIC, Map.of()), Login.INSTAGRAM, "instagram.media-not-public");
    }

    @ParameterizedTest
    @EnumSource(
            value = Privacy.class,
            names = {"UNLISTED", "PRIVATE"})
    void thereIsNoPrivacyButPublic(Privacy privacy) {
        refused(content(FILE, privacy, Map.of()), Login.FACEBOOK, "instagram.privacy");
    }

    @ParameterizedTest
    @CsvSource({"locationId, 4711", "paidPartnership, true", "sponsorIds, 4711"})
    void someOptionsAreOfFacebookLoginOnly(String option, String value) {
        refused(
                content(HTTPS, Privacy.PUBLIC, Map.of(option, value)),
                Login.INSTAGRAM,
                "instagram.option-of-facebook-login");
        assertThat(order(content(HTTPS, Privacy.PUBLIC, Map.of(option, value)), Login.FACEBOOK))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "collaborators | one, @two.three | collaborators | [\"one\",\"two.three\"]",
                "coverTimestampMs | 1500 | thumb_offset | 1500",
                "syntheticMedia | true | is_ai_generated | true",
                "paidPartnership | true | is_paid_partnership | true",
                "sponsorIds | 1,2 | branded_content_sponsor_ids | [\"1\",\"2\"]",
                "audioName | My sound | audio_name | My sound",
                "locationId | 4711 | location_id | 4711",
                "shareToFeed | false | share_to_feed | false",
                "trial | MANUAL | trial_params | {\"graduation_strategy\":\"MANUAL\"}"
            })
    void optionsBecomeParameters(String option, String value, String parameter, String sent) {
        assertThat(order(content(FILE, Privacy.PUBLIC, Map.of(option, value)), Login.FACEBOOK))
                .containsEntry(parameter, sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "collaborators | one,two,three,four | instagram.names",
                "collaborators | on\"e | instagram.names",
                "coverTimestampMs | soon | instagram.cover-offset"
            })
    void optionsThatMakeNoSenseAreRefused(String option, String value, String code) {
        refused(content(FILE, Privacy.PUBLIC, Map.of(option, value)), Login.FACEBOOK, code);
    }

    @Test
    void aThumbnailAtAnHttpsAddressIsTheCover() {
        PostContent content = new PostContent(
                FILE,
                "",
                "",
                List.of(),
                Privacy.PUBLIC,
                Optional.of(media("https://cdn.example.com/cover.jpg")),
                Map.of());

        assertThat(order(content, Login.FACEBOOK)).containsEntry("cover_url", "https://cdn.example.com/cover.jpg");
    }

    private static void refused(PostContent content, Login login, String code) {
        assertThatThrownBy(() -> order(content, login)).isInstanceOfSatisfying(UploadException.class, refused -> {
            assertThat(refused.effectPossible()).isFalse();
            assertThat(refused.failure()).isInstanceOf(UploadFailure.InvalidInput.class);
            assertThat(refused.failure().reason().code()).isEqualTo(code);
        });
    }

    private static Map<String, String> order(PostContent content, Login login) {
        return ReelOrder.of(content, "A caption", login, Configured.with(Map.of()));
    }

    private static PostContent content(MediaReference media, Privacy privacy, Map<String, String> options) {
        return new PostContent(media, "", "", List.of(), privacy, Optional.empty(), options);
    }

    private static MediaReference media(String uri) {
        return new MediaReference(URI.create(uri), Optional.empty(), Optional.empty(), Optional.of("video/mp4"));
    }
}
