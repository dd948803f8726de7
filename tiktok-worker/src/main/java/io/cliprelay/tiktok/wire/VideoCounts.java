package io.cliprelay.tiktok.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Public videos of a creator with what they have come to. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoCounts(List<Video> videos) {

    public VideoCounts {
        videos = videos == null ? List.of() : List.copyOf(videos);
    }

    /** One of them; a count that TikTok leaves out is null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Video(
            String id,
            @JsonProperty("view_count") Long views,
            @JsonProperty("like_count") Long likes,
            @JsonProperty("comment_count") Long comments,
            @JsonProperty("share_count") Long shares) {}
}
