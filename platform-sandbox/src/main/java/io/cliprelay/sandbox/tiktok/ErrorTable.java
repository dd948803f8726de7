package io.cliprelay.sandbox.tiktok;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The errors of the posting and display calls by code (developers.tiktok.com/doc/tiktok-api-v2-error-handling), with the
 * messages that were really seen where they are known.
 */
final class ErrorTable {

    private static final Map<String, ApiError> ROWS = new TreeMap<>();

    static {
        row(401, "access_token_invalid", "The access token is invalid or not found in the request.");
        row(401, "scope_not_authorized", "The user did not authorize the scope required for completing this request.");
        row(400, "scope_permission_missed", "Additional permissions are required for this request.");
        row(429, "rate_limit_exceeded", "The API rate limit was exceeded. Please try again later.");
        row(403, "spam_risk_too_many_posts", "The daily post cap from the API is reached for the current user.");
        row(403, "spam_risk_user_banned_from_posting", "The user is banned from making new posts.");
        row(403, "spam_risk_too_many_pending_share", "The pending share cap is reached for the current user.");
        row(403, "reached_active_user_cap", "The daily quota for active publishing users from your client is reached.");
        row(
                403,
                "unaudited_client_can_only_post_to_private_accounts",
                "Please review our integration guidelines at"
                        + " https://developers.tiktok.com/doc/content-sharing-guidelines/");
        row(
                403,
                "url_ownership_unverified",
                "Please review our URL ownership verification rules at"
                        + " https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide/#pull_from_url");
        row(
                403,
                "privacy_level_option_mismatch",
                "Privacy level is not specified or not among the options that the creator has.");
        row(400, "invalid_param", "The request is invalid.");
        row(400, "invalid_params", "The request is invalid.");
        row(400, "invalid_publish_id", "The publish_id does not exist.");
        row(
                400,
                "token_not_authorized_for_specified_publish_id",
                "The access token does not have access to the specified publish_id.");
        row(400, "app_version_check_failed", "The user's TikTok app is too old for this feature.");
        row(400, "invalid_file_upload", "The uploaded file does not meet API specifications.");
        row(400, "publish_not_cancellable", "The publication can not be cancelled any more.");
        row(500, "internal_error", "An internal error occurred. Please try again later.");
    }

    private ErrorTable() {}

    static Optional<ApiError> row(String code) {
        return Optional.ofNullable(ROWS.get(code));
    }

    static Set<String> codes() {
        return ROWS.keySet();
    }

    private static void row(int status, String code, String message) {
        ROWS.put(code, new ApiError(status, code, message));
    }
}
