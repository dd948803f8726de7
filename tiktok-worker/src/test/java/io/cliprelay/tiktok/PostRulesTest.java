package io.cliprelay.tiktok;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.CreatorInfo;
import io.cliprelay.tiktok.wire.PostInfo;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostRulesTest {

    private static final CreatorInfo OPEN = creator("PUBLIC_TO_EVERYONE", false);
    private static final CreatorInfo HERMIT = creator("FOLLOWER_OF_CREATOR", false);

    @Test
    void theTwoTogglesAndThePrivacyAreAlwaysSent() {
        assertThat(post(Privacy.PUBLIC, Map.of(), OPEN))
                .isEqualTo(new PostInfo("Text", "PUBLIC_TO_EVERYONE", true, true, true, null, false, false, false));
        assertThat(post(Privacy.PRIVATE, Map.of(), OPEN).privacyLevel()).isEqualTo("SELF_ONLY");
    }

    @Test
    void whatATargetChoosesIsSent() {
        Map<String, String> options = Map.of(
                "comments", "true",
                "duet", "true",
                "stitch", "true",
                "brandedContent", "true",
                "ownBrand", "true",
                "syntheticMedia", "true",
                "coverTimestampMs", "1500");

        assertThat(post(Privacy.PUBLIC, options, OPEN))
                .isEqualTo(new PostInfo("Text", "PUBLIC_TO_EVERYONE", false, false, false, 1500L, true, true, true));
    }

    @Test
    void whatTheCreatorDisabledStaysDisabled() {
        Map<String, String> all = Map.of("comments", "true", "duet", "true", "stitch", "true");

        PostInfo post = post(Privacy.PUBLIC, all, creator("PUBLIC_TO_EVERYONE", true));

        assertThat(List.of(post.disableComment(), post.disableDuet(), post.disableStitch()))
                .containsOnly(true);
    }

    @Test
    void anAudienceOfTikToksOwnTakesThePrivacysPlace() {
        assertThat(post(Privacy.PRIVATE, Map.of("audience", "MUTUAL_FOLLOW_FRIENDS"), OPEN)
                        .privacyLevel())
                .isEqualTo("MUTUAL_FOLLOW_FRIENDS");
    }

    @Test
    void aPrivacyThatIsNotOfferedIsRefusedAndNeverReplaced() {
        assertRefused("privacy_level_option_mismatch", () -> post(Privacy.PUBLIC, Map.of(), HERMIT));
        assertRefused(
                "privacy_level_option_mismatch",
                () -> post(Privacy.PUBLIC, Map.of("audience", "FOLLOWER_OF_CREATOR"), OPEN));
        assertRefused("tiktok.unlisted", () -> post(Privacy.UNLISTED, Map.of(), OPEN));
    }

    @Test
    void brandedContentCannotBePrivate() {
        assertRefused("tiktok.branded-private", () -> post(Privacy.PRIVATE, Map.of("brandedContent", "true"), OPEN));
    }

    @Test
    void aVideoIsNotLongerThanItsCreatorMayPost() {
        assertRefused(
                "tiktok.video-too-long",
                () -> PostRules.requireShortEnough(Optional.of(Duration.ofMillis(60_001)), OPEN));
        assertThatCode(() -> PostRules.requireShortEnough(Optional.of(Duration.ofSeconds(60)), OPEN))
                .doesNotThrowAnyException();
        assertThatCode(() -> PostRules.requireShortEnough(Optional.empty(), OPEN))
                .as("TikTok looks itself")
                .doesNotThrowAnyException();
    }

    @Test
    void aCoverNeedsANumber() {
        assertRefused("tiktok.cover", () -> post(Privacy.PUBLIC, Map.of("coverTimestampMs", "1.5 s"), OPEN));
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, false", "PRIVATE, false", "PRIVATE, true"})
    void anUnauditedAppPostsOnlyPrivatelyToPrivateAccounts(Privacy privacy, boolean privateAccount) {
        CreatorInfo creator = privateAccount ? HERMIT : OPEN;
        if (privateAccount) {
            assertThat(PostRules.postInfo("Text", content(privacy, Map.of()), creator, false)
                            .privacyLevel())
                    .isEqualTo("SELF_ONLY");
        } else {
            assertRefused(
                    "unaudited_client_can_only_post_to_private_accounts",
                    () -> PostRules.postInfo("Text", content(privacy, Map.of()), creator, false));
        }
    }

    private static void assertRefused(String code, Runnable attempt) {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(attempt::run)
                .satisfies(refused -> {
                    assertThat(refused.failure()).isInstanceOf(UploadFailure.InvalidInput.class);
                    assertThat(refused.failure().reason().code()).isEqualTo(code);
                    assertThat(refused.effectPossible()).isFalse();
                });
    }

    private static PostInfo post(Privacy privacy, Map<String, String> options, CreatorInfo creator) {
        return PostRules.postInfo("Text", content(privacy, options), creator, true);
    }

    private static PostContent content(Privacy privacy, Map<String, String> options) {
        MediaReference media = new MediaReference(
                URI.create("file:///clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        return new PostContent(media, "Title", "", List.of(), privacy, Optional.empty(), options);
    }

    private static CreatorInfo creator(String widest, boolean disabled) {
        return new CreatorInfo(
                "somebody", List.of(widest, "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"), disabled, disabled, disabled, 60);
    }
}
