package io.cliprelay.instagram.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What rupload says to bytes; either field may be null. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UploadAnswer(
        Boolean success, @JsonProperty("debug_info") DebugInfo debugInfo) {

    /** Why not. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record DebugInfo(String type, String message) {}
}
