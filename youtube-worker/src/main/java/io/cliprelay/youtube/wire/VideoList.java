package io.cliprelay.youtube.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The answer of {@code videos.list}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoList(List<VideoResource> items) {
    public VideoList {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
