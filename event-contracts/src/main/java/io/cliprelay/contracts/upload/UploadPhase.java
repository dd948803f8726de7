package io.cliprelay.contracts.upload;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a worker is doing with an upload. */
public enum UploadPhase {
    /** Getting a token and a session. */
    @JsonProperty("opening")
    OPENING,
    /** Sending bytes. */
    @JsonProperty("transferring")
    TRANSFERRING,
    /** Waiting for the platform to make the video viewable. */
    @JsonProperty("processing")
    PROCESSING
}
