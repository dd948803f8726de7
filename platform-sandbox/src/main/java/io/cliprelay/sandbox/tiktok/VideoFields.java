package io.cliprelay.sandbox.tiktok;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The query parameter {@code fields}, which the display calls want although they are POSTs. */
final class VideoFields {

    private static final Set<String> KNOWN = Set.of(
            "id",
            "create_time",
            "share_url",
            "title",
            "video_description",
            "duration",
            "view_count",
            "like_count",
            "comment_count",
            "share_count",
            "embed_link",
            "embed_html",
            "cover_image_url",
            "height",
            "width");

    private VideoFields() {}

    /**
     * The fields that are asked for.
     *
     * @throws ApiRefusal {@code invalid_params} if there is none, or one is unknown
     */
    static Set<String> of(ApiRequest request) {
        Set<String> fields = Arrays.stream(
                        request.query().getOrDefault("fields", "").split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toSet());
        if (fields.isEmpty() || !KNOWN.containsAll(fields)) {
            throw ApiRefusal.of("invalid_params", "Fields is required, or names a field that is unknown");
        }
        return fields;
    }
}
