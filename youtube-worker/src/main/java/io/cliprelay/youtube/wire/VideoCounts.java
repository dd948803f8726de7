package io.cliprelay.youtube.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The answer of {@code videos.list} with {@code part=statistics}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoCounts(List<Video> items) {

    public VideoCounts {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** One video; its statistics are null where YouTube tells none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Video(String id, Counts statistics) {}

    /** Numbers, which YouTube writes as texts; null what its owner hides or does not allow. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Counts(Long viewCount, Long likeCount, Long commentCount) {}
}
