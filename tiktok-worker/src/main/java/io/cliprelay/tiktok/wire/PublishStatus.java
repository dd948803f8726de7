package io.cliprelay.tiktok.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a publication stands (developers.tiktok.com/doc/content-posting-api-reference-get-video-status).
 *
 * @param failReason null unless it failed
 * @param uploadedBytes null where TikTok leaves it out
 * @param postIds of the post once it is public and passed moderation, digits; the field's name is misspelt by TikTok,
 *     and clients saw it as one value or a list, of numbers or texts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublishStatus(
        String status,
        @JsonProperty("fail_reason") String failReason,
        @JsonProperty("uploaded_bytes") Long uploadedBytes,

        @JsonProperty("publicaly_available_post_id")
        @JsonAlias("publicly_available_post_id")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> postIds) {

    public PublishStatus {
        postIds = postIds == null ? List.of() : List.copyOf(postIds);
    }

    /** The public post, where there is one. */
    public Optional<String> postId() {
        return postIds.stream().filter(id -> !id.isBlank()).findFirst();
    }
}
