package io.cliprelay.tiktok.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Asks for videos by their ids. */
public record VideoQuery(Filters filters) {

    /** Which ones. */
    public record Filters(@JsonProperty("video_ids") List<String> videoIds) {}

    /** For one video. */
    public static VideoQuery of(String id) {
        return new VideoQuery(new Filters(List.of(id)));
    }
}
