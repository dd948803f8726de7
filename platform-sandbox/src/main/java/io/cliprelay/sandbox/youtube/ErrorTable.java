package io.cliprelay.sandbox.youtube;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The errors of the Data API by reason, with the messages that were really seen where they are known.
 * Two rows share the reason {@code rateLimitExceeded}; the one for the daily bucket is named {@code videoUploadsPerDay}.
 */
final class ErrorTable {

    private static final String GLOBAL = "global";
    private static final String VIDEO = "youtube.video";
    private static final String HEADER = "youtube.header";
    private static final Map<String, ApiError> ROWS = new TreeMap<>();

    static {
        row(400, VIDEO, "invalidTitle", "The request metadata specifies an invalid or empty video title.");
        row(400, VIDEO, "invalidDescription", "The request metadata specifies an invalid video description.");
        row(400, VIDEO, "invalidTags", "The request metadata specifies invalid video keywords.");
        row(
                400,
                VIDEO,
                "invalidCategoryId",
                "The <code>snippet.categoryId</code> property specifies an invalid category ID. Use the"
                        + " <code>videoCategories.list</code> method to retrieve supported categories.");
        row(400, VIDEO, "invalidPublishAt", "The request metadata specifies an invalid scheduled publishing time.");
        row(400, VIDEO, "invalidFilename", "The video filename specified in the Slug header is invalid.");
        row(400, VIDEO, "invalidRecordingDetails", "The request metadata specifies invalid recording details.");
        row(400, VIDEO, "invalidVideoGameRating", "The request metadata specifies an invalid video game rating.");
        row(400, VIDEO, "invalidVideoMetadata", "The request metadata is invalid.");
        row(
                400,
                VIDEO,
                "defaultLanguageNotSet",
                "The request is trying to add localized video details without specifying the default language.");
        row(400, VIDEO, "mediaBodyRequired", "The request does not include the video content.");
        row(400, VIDEO, "uploadLimitExceeded", "The user has exceeded the number of videos they may upload.");
        row(400, GLOBAL, "badRequest", "Failed to parse Content-Range header.");
        row(
                400,
                GLOBAL,
                "badContent",
                "Media type is not supported. Valid media types: [video/*, application/octet-stream]");
        row(400, GLOBAL, "parseError", "Parse Error");
        row(400, GLOBAL, "required", "Required parameter is missing.");
        row(400, GLOBAL, "invalidParameter", "Invalid parameter.");
        row(400, "youtube.part", "unknownPart", "The part parameter names an unknown part.");
        row(400, "youtube.parameter", "missingRequiredParameter", "No filter selected.");
        row(400, "youtube.thumbnail", "invalidImage", "The provided image content is invalid.");
        put("authError", unauthenticated());
        row(401, GLOBAL, "authorizationRequired", "Login Required.");
        row(401, GLOBAL, "expired", "Invalid Credentials");
        row(401, HEADER, "youtubeSignupRequired", "Unauthorized");
        row(
                403,
                "youtube.quota",
                "quotaExceeded",
                "The request cannot be completed because you have exceeded your"
                        + " <a href=\"/youtube/v3/getting-started#quota\">quota</a>.");
        row(
                403,
                "usageLimits",
                "dailyLimitExceeded",
                "Daily Limit Exceeded. The quota will be reset at midnight Pacific Time (PT). You may monitor your quota"
                        + " usage and adjust limits in the API Console.");
        put(
                "videoUploadsPerDay",
                ApiError.of(
                        429,
                        GLOBAL,
                        "rateLimitExceeded",
                        "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day' of service"
                                + " 'youtube.googleapis.com' for consumer 'project_number:123456789012'."));
        row(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
        row(403, "usageLimits", "userRateLimitExceeded", "User Rate Limit Exceeded");
        row(
                429,
                "youtube.thumbnail",
                "uploadRateLimitExceeded",
                "The channel has uploaded too many thumbnails recently. Please try the request again later.");
        row(403, GLOBAL, "forbidden", "Forbidden");
        row(
                403,
                VIDEO,
                "forbiddenPrivacySetting",
                "The request attempts to set an invalid privacy setting for the video.");
        row(403, VIDEO, "forbiddenLicenseSetting", "The request attempts to set an invalid license for the video.");
        row(403, GLOBAL, "insufficientPermissions", "Request had insufficient authentication scopes.");
        row(
                403,
                "usageLimits",
                "accessNotConfigured",
                "YouTube Data API has not been used in project 123456789012 before or it is disabled.");
        row(403, "youtube.common", "channelSuspended", "The channel has been suspended.");
        row(403, "youtube.common", "channelClosed", "The channel has been closed.");
        row(403, HEADER, "authenticatedUserAccountSuspended", "The user's account has been suspended.");
        row(403, HEADER, "authenticatedUserAccountClosed", "The user's account has been closed.");
        row(403, HEADER, "accountDelegationForbidden", "The user may not act for this account.");
        row(404, GLOBAL, "notFound", "Not Found");
        row(404, VIDEO, "videoNotFound", "The video that you are trying to reach cannot be found.");
        row(404, "youtube.playlistItem", "playlistNotFound", "The playlist identified cannot be found.");
        row(409, GLOBAL, "conflict", "Conflict");
        row(409, GLOBAL, "duplicate", "Duplicate");
        put(
                "alreadyExists",
                new ApiError(
                        409,
                        GLOBAL,
                        "alreadyExists",
                        "Requested entity already exists",
                        "Requested entity already exists",
                        Optional.empty(),
                        Optional.of("ALREADY_EXISTS"),
                        Map.of()));
        row(413, GLOBAL, "uploadTooLarge", "Request Too Large");
        row(500, GLOBAL, "internalError", "Internal Error");
        row(503, GLOBAL, "backendError", "Backend Error");
    }

    private ErrorTable() {}

    static Optional<ApiError> row(String name) {
        return Optional.ofNullable(ROWS.get(name));
    }

    static Set<String> names() {
        return ROWS.keySet();
    }

    private static void row(int status, String domain, String reason, String message) {
        put(reason, ApiError.of(status, domain, reason, message));
    }

    private static void put(String name, ApiError error) {
        ROWS.put(name, error);
    }

    private static ApiError unauthenticated() {
        return new ApiError(
                401,
                GLOBAL,
                "authError",
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid"
                        + " authentication credential. See"
                        + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
                "Invalid Credentials",
                Optional.of(new ApiError.Location("Authorization", "header")),
                Optional.of("UNAUTHENTICATED"),
                Map.of("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\""));
    }
}
