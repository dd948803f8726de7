package io.cliprelay.sandbox.linkedin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The errors of the video and post calls, by their code or, where several share one or have none, by a name of ours, with
 * the messages that were really seen where they are known.
 */
final class ErrorTable {

    private static final Map<String, RestError> ROWS = new TreeMap<>();

    static {
        row(401, "INVALID_ACCESS_TOKEN", "Invalid access token", 65600);
        row(401, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user", 65601);
        row(401, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired", 65602);
        row(401, "EMPTY_ACCESS_TOKEN", "Empty oauth2_access_token", 401);
        row(
                400,
                "VERSION_MISSING",
                "A version must be present. Please specify a version by adding the Linkedin-Version header.");
        row(426, "NONEXISTENT_VERSION", "Requested version 20240401 is not active");
        row(403, "ACCESS_DENIED", "Not enough permissions to access: partnerApiPostsExternal.CREATE.20260901", 100);
        bare(
                403,
                "forbidden-video",
                "Accessing this video resource is forbidden. Please check your permissions for this resource");
        row(404, "NOT_FOUND", "Could not find entity");
        row(400, "INVALID_VIDEO_ID", "The video id is invalid");
        row(400, "INVALID_URN_TYPE", "The URN type is invalid");
        row(400, "INVALID_URN_ID", "The URN id is invalid");
        row(400, "EXPIRED_UPLOAD_URL", "The Video upload URL is expired");
        row(400, "MEDIA_ASSET_WAITING_UPLOAD", "Media asset is waiting upload");
        row(400, "MEDIA_ASSET_PROCESSING_FAILED", "Media asset processing has failed");
        row(400, "UPDATING_ASSET_FAILED", "Updating the asset failed. Please recreate the asset and try again");
        row(400, "MISSING_FIELD", "A field is required but missing");
        row(400, "INVALID_VALUE_FOR_FIELD", "A field can't be set to its value");
        row(400, "FIELD_LENGTH_TOO_LONG", "A field is too long");
        row(400, "INVALID_VALUE_BLANK_FIELD", "A field can't be blank");
        row(400, "ILLEGAL_ARGUMENT", "Request body could not be converted to data map");
        row(409, "CONFLICT", "A write conflict occurred. Retry the request.");
        bare(411, "length-required", "Length Required");
        bare(413, "too-large", "Request Entity Too Large");
        bare(415, "media-type", "Unsupported Media Type");
        bare(422, "schema", "ERROR :: /author :: field is required but not found and has no default value\n");
        ROWS.put("DUPLICATE_POST", RestError.duplicateOf("urn:li:share:7141000000000000000"));
        row(429, "TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.");
        row(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
        bare(503, "unavailable", "Service Unavailable");
        bare(504, "gateway-timeout", "Gateway Timeout");
        bare(400, "no-activity", "Unable to obtain activity");
    }

    private ErrorTable() {}

    static Optional<RestError> row(String name) {
        return Optional.ofNullable(ROWS.get(name));
    }

    static Set<String> codes() {
        return ROWS.keySet();
    }

    private static void row(int status, String code, String message) {
        ROWS.put(code, RestError.of(status, code, message));
    }

    private static void row(int status, String code, String message, int number) {
        ROWS.put(code, RestError.of(status, code, message).numbered(number));
    }

    private static void bare(int status, String name, String message) {
        ROWS.put(name, RestError.bare(status, message));
    }
}
