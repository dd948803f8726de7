package io.cliprelay.tiktok.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Public videos of a creator, as the display calls show them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoList(List<Video> videos) {

    public VideoList {
        videos = videos == null ? List.of() : List.copyOf(videos);
    }

    /**
     * One of them.
     *
     * @param createTime in seconds since 1970
     * @param shareUrl null where it was not asked for
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Video(
            String id,
            String title,
            @JsonProperty("create_time") long createTime,
            @JsonProperty("share_url") String shareUrl) {}
}
