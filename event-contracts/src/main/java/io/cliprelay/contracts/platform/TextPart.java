package io.cliprelay.contracts.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a post's fields are composed of. */
public enum TextPart {
    @JsonProperty("title")
    TITLE("title"),
    @JsonProperty("description")
    DESCRIPTION("description"),
    /** The tags, made hashtags. */
    @JsonProperty("hashtags")
    HASHTAGS("tags");

    private final String source;

    TextPart(String source) {
        this.source = source;
    }

    /** Where it comes from, in codes and sentences: {@code title}, {@code description} or {@code tags}. */
    public String source() {
        return source;
    }

    /** Where it stands in a clip: JSON pointer (RFC 6901). */
    public String pointer() {
        return "/" + source;
    }
}
