package io.cliprelay.youtube.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The answer of {@code channels.list}, as far as it leads to a channel's uploads. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChannelList(List<Channel> items) {

    public ChannelList {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** The playlist of the only channel's uploads. */
    public Optional<String> uploads() {
        return items.stream()
                .findFirst()
                .map(channel -> channel.contentDetails().relatedPlaylists().uploads());
    }

    /** A channel. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Channel(ContentDetails contentDetails) {}

    /** What belongs to it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ContentDetails(RelatedPlaylists relatedPlaylists) {}

    /** Its playlists. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RelatedPlaylists(String uploads) {}
}
