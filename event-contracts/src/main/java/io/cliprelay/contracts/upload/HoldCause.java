package io.cliprelay.contracts.upload;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has to go away before a held upload can go out. */
public enum HoldCause {

    /** A person paused the clip. */
    @JsonProperty("paused")
    PAUSED,

    /** The account cannot be published to. */
    @JsonProperty("account")
    ACCOUNT,

    /** The platform takes no uploads. */
    @JsonProperty("platform")
    PLATFORM,

    /** A budget is used up. */
    @JsonProperty("quota")
    QUOTA,

    /** Another upload of the clip goes first. */
    @JsonProperty("predecessor")
    PREDECESSOR
}
