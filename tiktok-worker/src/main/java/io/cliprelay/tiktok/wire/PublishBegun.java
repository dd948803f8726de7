package io.cliprelay.tiktok.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A publication that was begun. Whoever has the URL may upload to it, so that it never shows. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublishBegun(
        @JsonProperty("publish_id") String publishId,
        @JsonProperty("upload_url") String uploadUrl) {

    @Override
    public String toString() {
        return "PublishBegun[" + publishId + "]";
    }
}
