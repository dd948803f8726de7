package io.cliprelay.linkedin.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Posts of an author. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PostList(List<Element> elements) {

    public PostList {
        elements = elements == null ? List.of() : List.copyOf(elements);
    }

    /**
     * One post.
     *
     * @param lastModifiedAt milliseconds since 1970; null where it is not told
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Element(String id, Content content, Long lastModifiedAt) {
        /** Whether it shows this video. */
        public boolean shows(String video) {
            return Optional.ofNullable(content)
                    .map(Content::media)
                    .filter(media -> video.equals(media.id()))
                    .isPresent();
        }
    }

    /** What a post shows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Content(Media media) {}

    /** A video. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Media(String id) {}
}
