package io.cliprelay.tiktok;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.CreatorInfo;
import io.cliprelay.tiktok.wire.PostInfo;
import io.cliprelay.worker.spi.UploadException;

/**
 * How a clip's settings become a direct post's, within what its creator may do at the moment
 * (developers.tiktok.com/doc/content-sharing-guidelines). What the creator cannot have is refused and never replaced by
 * something else. Plain functions.
 */
final class PostRules {

    private static final String EVERYONE = "PUBLIC_TO_EVERYONE";
    private static final String SELF = "SELF_ONLY";

    private PostRules() {}

    /**
     * The settings of the post.
     *
     * @param audited whether TikTok has audited the app
     * @throws UploadException refused, if the creator or the app may not post like this
     */
    static PostInfo postInfo(String caption, PostContent content, CreatorInfo creator, boolean audited) {
        Map<String, String> options = content.options();
        String privacy = privacy(content);
        requireOffered(privacy, creator);
        requireAudit(privacy, creator, audited);
        boolean branded = Boolean.parseBoolean(options.get(TikTokDescriptor.BRANDED_CONTENT));
        requireVisible(privacy, branded);
        return new PostInfo(
                caption,
                privacy,
                creator.commentDisabled() || isOff(options, TikTokDescriptor.COMMENTS),
                creator.duetDisabled() || isOff(options, TikTokDescriptor.DUET),
                creator.stitchDisabled() || isOff(options, TikTokDescriptor.STITCH),
                cover(options).orElse(null),
                branded,
                Boolean.parseBoolean(options.get(TikTokDescriptor.OWN_BRAND)),
                Boolean.parseBoolean(options.get(TikTokDescriptor.SYNTHETIC_MEDIA)));
    }

    /**
     * Each creator has a longest video of his own; TikTok would take all bytes of a longer one and then refuse it.
     *
     * @param duration of the video; empty where its file does not say
     */
    static void requireShortEnough(Optional<Duration> duration, CreatorInfo creator) {
        int longest = creator.maxVideoPostDurationSec();
        if (longest > 0
                && duration.filter(length -> length.compareTo(Duration.ofSeconds(longest)) > 0)
                        .isPresent()) {
            throw invalid(
                    "tiktok.video-too-long",
                    "The video lasts %d s, and TikTok takes at most %d s from this creator"
                            .formatted(duration.get().toSeconds(), longest),
                    "Shorten the video, or publish it to an account that may post longer ones.");
        }
    }

    /** Interactions are off unless somebody chose them, as TikTok's guidelines want. */
    private static boolean isOff(Map<String, String> options, String interaction) {
        return !Boolean.parseBoolean(options.get(interaction));
    }

    private static String privacy(PostContent content) {
        return Optional.ofNullable(content.options().get(TikTokDescriptor.AUDIENCE))
                .orElseGet(() -> of(content.privacy()));
    }

    private static String of(Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> EVERYONE;
            case PRIVATE -> SELF;
            case UNLISTED ->
                throw invalid(
                        "tiktok.unlisted",
                        "TikTok has no unlisted videos",
                        "Choose public or private, or an audience of TikTok's own.");
        };
    }

    private static void requireOffered(String privacy, CreatorInfo creator) {
        if (!creator.privacyLevelOptions().contains(privacy)) {
            throw invalid(
                    "privacy_level_option_mismatch",
                    "TikTok does not offer %s to this creator, only %s"
                            .formatted(privacy, String.join(", ", creator.privacyLevelOptions())),
                    "Choose a privacy that the account offers, or change the account's own in the TikTok app.");
        }
    }

    /** Public accounts are known by what they are offered. */
    private static void requireAudit(String privacy, CreatorInfo creator, boolean audited) {
        boolean hidden = SELF.equals(privacy) && !creator.privacyLevelOptions().contains(EVERYONE);
        if (!audited && !hidden) {
            throw invalid(
                    "unaudited_client_can_only_post_to_private_accounts",
                    "TikTok has not audited the app, which may only post privately to private accounts until then",
                    "Set the account and the clip to private; or have the app audited and set"
                            + " cliprelay.tiktok.audited=true.");
        }
    }

    private static void requireVisible(String privacy, boolean branded) {
        if (branded && SELF.equals(privacy)) {
            throw invalid(
                    "tiktok.branded-private",
                    "TikTok does not take branded content that only its creator can see",
                    "Choose another privacy, or do not mark the clip as branded content.");
        }
    }

    private static Optional<Long> cover(Map<String, String> options) {
        return Optional.ofNullable(options.get(TikTokDescriptor.COVER)).map(PostRules::milliseconds);
    }

    private static long milliseconds(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw invalid(
                    "tiktok.cover",
                    "%s is %s, which is no number of milliseconds".formatted(TikTokDescriptor.COVER, value),
                    "Give the time of the frame in milliseconds from the start, such as 1500.");
        }
        return Long.parseLong(value);
    }

    static UploadException invalid(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(code, message, fix)));
    }
}
