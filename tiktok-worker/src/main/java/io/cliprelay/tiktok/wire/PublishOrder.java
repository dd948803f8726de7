package io.cliprelay.tiktok.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What begins a publication.
 *
 * @param postInfo null for a draft, of which TikTok asks the user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishOrder(
        @JsonProperty("post_info") PostInfo postInfo,
        @JsonProperty("source_info") SourceInfo sourceInfo) {}
