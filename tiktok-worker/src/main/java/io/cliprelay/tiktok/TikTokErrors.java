package io.cliprelay.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.worker.spi.Answers;

import static java.util.Map.entry;

/**
 * What TikTok's error codes and fail reasons mean (developers.tiktok.com/doc/tiktok-api-v2-error-handling and the pages
 * of the posting calls). Plain functions over two tables.
 */
final class TikTokErrors {

    /** TikTok counts calls over a sliding minute and names no time to come back. */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    /** A day's cap slides too, and nothing tells when its oldest post leaves it; asking for it posts nothing. */
    private static final Duration CAP_PROBE = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofHours(24);
    private static final String CONNECT = "Connect the account again.";
    private static final String CHANGE = "Change what TikTok names and submit the clip again.";
    private static final String AGAIN = "Nothing to do: it is tried again.";
    private static final String POSTS_CAP =
            "The creator's posts of 24 hours are used up, over all apps; it is tried again every hour.";
    private static final String BANNED = "Look at the account's state in the TikTok app.";
    private static final String ENCODE = "Encode the video anew, such as MP4 with H.264, 23 to 60 frames per second, "
            + "360 to 4096 pixels each side, at most 10 minutes.";

    private static final Map<String, Row> CODES = Map.ofEntries(
            entry("access_token_invalid", auth(CONNECT)),
            entry("scope_not_authorized", auth("Connect the account again and grant everything that is asked for.")),
            entry("scope_permission_missed", auth("The operator has to request the scope for the TikTok app.")),
            entry("token_not_authorized_for_specified_publish_id", auth("Connect the account that began the post.")),
            entry("rate_limit_exceeded", limited(Optional.of(WINDOW))),
            entry("spam_risk_too_many_posts", quota(CAP_PROBE, POSTS_CAP)),
            entry(
                    "reached_active_user_cap",
                    quota(DAY, "The TikTok app has served its users of the day; audit the app to serve more.")),
            entry(
                    "spam_risk_too_many_pending_share",
                    quota(CAP_PROBE, "Post or discard the drafts that wait in the TikTok inbox.")),
            entry("spam_risk_user_banned_from_posting", auth(BANNED)),
            entry(
                    "unaudited_client_can_only_post_to_private_accounts",
                    invalid(
                            "Set the account to private and the clip's privacy to private, or let TikTok audit the app.")),
            entry("url_ownership_unverified", invalid("The operator has to verify the domain with TikTok.")),
            entry("privacy_level_option_mismatch", invalid("Choose a privacy that the account offers.")),
            entry("invalid_param", invalid(CHANGE)),
            entry("invalid_params", invalid(CHANGE)),
            entry("app_version_check_failed", invalid("Update the TikTok app on the creator's phone.")),
            entry("invalid_file_upload", invalid(ENCODE)),
            entry("invalid_publish_id", unknown("Look at the account on TikTok, then decide.")),
            entry("internal_error", passing(AGAIN)));

    private static final Map<String, Row> FAIL_REASONS = Map.ofEntries(
            entry("file_format_check_failed", invalid(ENCODE)),
            entry("duration_check_failed", invalid("Make the clip shorter; the account's limit is in its settings.")),
            entry("frame_rate_check_failed", invalid(ENCODE)),
            entry("picture_size_check_failed", invalid(ENCODE)),
            entry("internal", passing(AGAIN)),
            entry("video_pull_failed", passing(AGAIN)),
            entry("photo_pull_failed", passing(AGAIN)),
            entry("publish_cancelled", invalid("Submit the clip again if it shall be published after all.")),
            entry("auth_removed", auth(CONNECT)),
            entry("spam_risk_too_many_posts", quota(CAP_PROBE, POSTS_CAP)),
            entry("spam_risk_user_banned_from_posting", auth(BANNED)),
            entry("spam_risk_text", rejected("Change the text; TikTok takes it for spam.")),
            entry("spam_risk", rejected("See TikTok's community guidelines; it takes the clip for spam.")));

    private TikTokErrors() {}

    /** A table's row: what to make of a reason. */
    private interface Row extends BiFunction<Reason, Instant, UploadFailure> {}

    /** A code and what to tell, before it is known what was said. */
    private static Row row(String fix, BiFunction<Reason, Instant, UploadFailure> kind) {
        return (said, now) -> kind.apply(new Reason(said.code(), said.message(), fix), now);
    }

    private static Row auth(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.Auth(reason));
    }

    private static Row limited(Optional<Duration> pause) {
        return row(
                "TikTok asks for a pause; it is tried again.",
                (reason, now) -> new UploadFailure.RateLimited(reason, pause.map(now::plus)));
    }

    private static Row quota(Duration pause, String fix) {
        return row(fix, (reason, now) -> new UploadFailure.QuotaExhausted(reason, now.plus(pause)));
    }

    private static Row invalid(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.InvalidInput(reason));
    }

    private static Row rejected(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.ContentRejected(reason));
    }

    private static Row passing(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.Transient(reason));
    }

    private static Row unknown(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.Unknown(reason));
    }

    /** What a refusal means; {@code now} is needed to say until when. */
    static UploadFailure refusal(int status, String code, String words, Instant now) {
        var said = new Reason(code, "TikTok answered HTTP %d %s: %s".formatted(status, code, words), "");
        return CODES.getOrDefault(code, byStatus(status)).apply(said, now);
    }

    /** What an answer means that has no code. */
    static UploadFailure bare(int status, Instant now) {
        var said = new Reason("http." + status, "TikTok answered HTTP " + status, "");
        return byStatus(status).apply(said, now);
    }

    private static Row byStatus(int status) {
        if (status == 429) {
            return limited(Optional.empty());
        }
        return status >= 500 || status == 408 ? passing(AGAIN) : unknown("Look at the account on TikTok, then decide.");
    }

    /** Why a publication failed, by {@code fail_reason}. */
    static UploadFailure failed(String failReason, Instant now) {
        var said = new Reason(failReason, "TikTok says that the publication failed: " + failReason, "");
        return FAIL_REASONS
                .getOrDefault(failReason, unknown("Look at the account on TikTok, then decide."))
                .apply(said, now);
    }

    /** No answer at all. */
    static UploadFailure noAnswer(Throwable lost) {
        return new UploadFailure.Transient(new Reason(
                "tiktok.no-answer",
                "TikTok gave no answer: " + Answers.withoutQuery(lost),
                "Nothing to do: it is looked up and tried again."));
    }
}
