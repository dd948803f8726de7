package io.cliprelay.contracts.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a platform takes uploads. */
public enum PlatformStatus {
    /** It does. */
    @JsonProperty("up")
    UP,
    /** It did not answer as it should; uploads are given back until it is tried again. */
    @JsonProperty("degraded")
    DEGRADED,
    /** Its worker was told not to publish. */
    @JsonProperty("disabled")
    DISABLED
}
