package io.cliprelay.tiktok;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadFailure;

import static org.assertj.core.api.Assertions.assertThat;

class TikTokErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "401, access_token_invalid, auth",
        "401, scope_not_authorized, auth",
        "400, scope_permission_missed, auth",
        "429, rate_limit_exceeded, rate-limited",
        "403, spam_risk_too_many_posts, quota-exhausted",
        "200, spam_risk_too_many_posts, quota-exhausted",
        "403, reached_active_user_cap, quota-exhausted",
        "200, reached_active_user_cap, quota-exhausted",
        "403, spam_risk_too_many_pending_share, quota-exhausted",
        "403, spam_risk_user_banned_from_posting, auth",
        "200, spam_risk_user_banned_from_posting, auth",
        "403, unaudited_client_can_only_post_to_private_accounts, invalid-input",
        "403, url_ownership_unverified, invalid-input",
        "403, privacy_level_option_mismatch, invalid-input",
        "400, invalid_param, invalid-input",
        "400, invalid_params, invalid-input",
        "400, invalid_publish_id, unknown",
        "400, token_not_authorized_for_specified_publish_id, auth",
        "400, app_version_check_failed, invalid-input",
        "400, invalid_file_upload, invalid-input",
        "500, internal_error, transient",
        "503, internal_error, transient",
        // Never seen: judged by the status, and by nothing that only looks alike.
        "500, internal, transient",
        "400, something_new, unknown",
        "403, spam_risk_something_new, unknown",
        "429, something_new, rate-limited"
    })
    void aCodeHasItsCategoryAndIsToldVerbatim(int status, String code, String category) {
        UploadFailure failure = TikTokErrors.refusal(status, code, "Some text", NOW);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason().code()).isEqualTo(code);
        assertThat(failure.reason().message()).contains("Some text", String.valueOf(status));
        assertThat(failure.reason().fix()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "file_format_check_failed, invalid-input",
        "duration_check_failed, invalid-input",
        "frame_rate_check_failed, invalid-input",
        "picture_size_check_failed, invalid-input",
        "internal, transient",
        "video_pull_failed, transient",
        "photo_pull_failed, transient",
        "publish_cancelled, invalid-input",
        "auth_removed, auth",
        "spam_risk_too_many_posts, quota-exhausted",
        "spam_risk_user_banned_from_posting, auth",
        "spam_risk_text, content-rejected",
        "spam_risk, content-rejected",
        "internal_error, unknown",
        "something_new, unknown"
    })
    void aFailReasonHasItsCategoryAndIsToldVerbatim(String reason, String category) {
        UploadFailure failure = TikTokErrors.failed(reason, NOW);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason().code()).isEqualTo(reason);
        assertThat(failure.reason().fix()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "400, unknown",
        "403, unknown",
        "404, unknown",
        "408, transient",
        "429, rate-limited",
        "500, transient",
        "502, transient"
    })
    void anAnswerWithoutACodeIsJudgedByItsStatus(int status, String category) {
        UploadFailure failure = TikTokErrors.bare(status, NOW);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason().code()).isEqualTo("http." + status);
    }

    @Test
    void aRateLimitEndsWithItsSlidingMinute() {
        assertThat(TikTokErrors.refusal(429, "rate_limit_exceeded", "", NOW))
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .isEqualTo(Optional.of(NOW.plusSeconds(60))));
    }

    @ParameterizedTest
    @CsvSource({
        "spam_risk_too_many_posts, 2026-11-22T21:00:00Z",
        "spam_risk_too_many_pending_share, 2026-11-22T21:00:00Z",
        "reached_active_user_cap, 2026-11-23T20:00:00Z"
    })
    void aCapIsAskedForAgainByTheHourAndAnAppsAfterADay(String code, Instant until) {
        assertThat(TikTokErrors.refusal(403, code, "", NOW))
                .isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, cap -> assertThat(cap.until())
                        .isEqualTo(until));
    }

    @Test
    void theKeyOfAnUploadIsNotInAMessage() {
        Exception timeout = new Exception("Timeout while executing PUT /video/?upload_id=1&upload_token=secret for x");

        assertThat(TikTokErrors.noAnswer(timeout).reason().message()).doesNotContain("secret");
    }
}
