package io.cliprelay.sandbox.tiktok;

import java.util.Set;

/** Values of {@code fail_reason} (developers.tiktok.com/doc/content-posting-api-reference-get-video-status). */
final class FailReasons {

    static final String CANCELLED = "publish_cancelled";
    static final String INTERNAL = "internal";
    static final String TOO_MANY_POSTS = "spam_risk_too_many_posts";

    /** Of the file or of the processing. */
    static final Set<String> OF_PROCESSING = Set.of(
            "file_format_check_failed",
            "duration_check_failed",
            "frame_rate_check_failed",
            "picture_size_check_failed",
            INTERNAL,
            "video_pull_failed",
            "photo_pull_failed",
            CANCELLED);

    /** Of the account or of moderation. */
    static final Set<String> OF_MODERATION =
            Set.of("auth_removed", TOO_MANY_POSTS, "spam_risk_user_banned_from_posting", "spam_risk_text", "spam_risk");

    private FailReasons() {}
}
