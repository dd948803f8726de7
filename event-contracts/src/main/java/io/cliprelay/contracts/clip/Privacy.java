package io.cliprelay.contracts.clip;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see the published video. A platform's descriptor lists which of these it has. */
public enum Privacy {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("unlisted")
    UNLISTED,
    @JsonProperty("private")
    PRIVATE
}
