package io.cliprelay.sandbox.tiktok;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a direct post was announced with.
 *
 * @param given the whole of {@code post_info} as it came
 */
record PostInfo(String title, String privacyLevel, JsonNode given) {

    private static final int LONGEST_TITLE = 2200;
    private static final Map<String, String> PRIVACY = Map.of(Creator.PUBLIC, "public", Creator.SELF, "private");

    /**
     * Reads {@code post_info}.
     *
     * @throws ApiRefusal {@code invalid_param} if it is absent or cannot be
     */
    static PostInfo of(JsonNode json) {
        if (!json.isObject() || !json.path("privacy_level").isTextual()) {
            throw ApiRefusal.of("invalid_param", "The request post info is empty or incorrect");
        }
        String title = json.path("title").asText("");
        if (title.length() > LONGEST_TITLE) {
            throw ApiRefusal.of("invalid_param", "The title is too long");
        }
        return new PostInfo(title, json.path("privacy_level").asText(), json);
    }

    boolean isPublic() {
        return Creator.PUBLIC.equals(privacyLevel);
    }

    /** Who sees it, in the sandbox's words: {@code public}, {@code private}, or TikTok's own for other audiences. */
    String audience() {
        return PRIVACY.getOrDefault(privacyLevel, privacyLevel);
    }
}
