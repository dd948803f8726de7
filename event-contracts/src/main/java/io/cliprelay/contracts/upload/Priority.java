package io.cliprelay.contracts.upload;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who goes first among the uploads to one account. Declared from first to last. */
public enum Priority {

    /** Before all others. */
    @JsonProperty("urgent")
    URGENT,

    /** What an upload has unless it says otherwise. */
    @JsonProperty("normal")
    NORMAL,

    /** When nothing else waits. */
    @JsonProperty("bulk")
    BULK
}
