package io.cliprelay.youtube.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A video (developers.google.com/youtube/v3/docs/videos). In an answer, parts and fields that were not asked for or are
 * not set are null.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VideoResource(String id, Snippet snippet, Status status) {

    /** What it says. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Snippet(
            String title, String description, List<String> tags, String categoryId, String defaultLanguage) {}

    /** Who may see it, and what became of it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Status(
            String privacyStatus,
            String publishAt,
            Boolean selfDeclaredMadeForKids,
            Boolean containsSyntheticMedia,
            String uploadStatus,
            String failureReason,
            String rejectionReason) {}
}
