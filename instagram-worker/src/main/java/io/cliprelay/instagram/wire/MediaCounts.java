package io.cliprelay.instagram.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The counters that are fields of a media; null what its owner hides. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MediaCounts(
        String id,
        @JsonProperty("like_count") Long likes,
        @JsonProperty("comments_count") Long comments) {}
