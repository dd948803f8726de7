package io.cliprelay.tiktok.wire;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What {@code error} says in every answer; decided on by exact equality of the code.
 *
 * @param logId what TikTok's support asks for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErrorBody(
        String code, String message, @JsonProperty("log_id") String logId) {

    /** Whether the call was carried out; the HTTP status does not say. */
    public boolean isOk() {
        return "ok".equals(code);
    }

    /** The message and the log id, as far as they were given. */
    public String words() {
        return Optional.ofNullable(message).orElse("")
                + Optional.ofNullable(logId).map(id -> " (log id " + id + ")").orElse("");
    }
}
