package io.cliprelay.instagram.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The Graph API's error envelope; null where an answer has none. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErrorResponse(Error error) {

    /** What was refused. All but the code may be null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Error(
            String message,
            int code,
            @JsonProperty("error_subcode") Integer subcode,
            @JsonProperty("is_transient") Boolean retriable,
            @JsonProperty("error_user_msg") String userMessage,
            @JsonProperty("fbtrace_id") String trace) {}
}
