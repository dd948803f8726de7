package io.cliprelay.youtube.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A page of {@code playlistItems.list}; the newest upload comes first. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlaylistItemList(List<Item> items, String nextPageToken) {

    public PlaylistItemList {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** The videos' ids, as {@code videos.list} takes them. */
    public String videoIds() {
        return items.stream().map(item -> item.contentDetails().videoId()).collect(Collectors.joining(","));
    }

    /** The token of the next page, if that may still hold videos that are not older than {@code since}. */
    public Optional<String> nextPage(Instant since) {
        boolean reachedBack = !items.isEmpty()
                && Instant.parse(items.getLast().snippet().publishedAt()).isBefore(since);
        return reachedBack ? Optional.empty() : Optional.ofNullable(nextPageToken);
    }

    /** An upload. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(Snippet snippet, ContentDetails contentDetails) {}

    /** When it was added. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Snippet(String publishedAt) {}

    /** Which video it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ContentDetails(String videoId) {}
}
