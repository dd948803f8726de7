package io.cliprelay.contracts.problem;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of answer a problem calls for. */
public enum ProblemCategory {
    /** The request is wrong; the same one will fail again. */
    @JsonProperty("invalid-input")
    INVALID_INPUT(false),
    /** The caller is not known or may not do this. */
    @JsonProperty("auth")
    AUTH(false),
    /** What was asked for is not there. */
    @JsonProperty("not-found")
    NOT_FOUND(false),
    /** The request contradicts what is already there. */
    @JsonProperty("conflict")
    CONFLICT(false),
    /** The same request is being worked on right now. */
    @JsonProperty("in-flight")
    IN_FLIGHT(true),
    /** Something we depend on is away for the moment. */
    @JsonProperty("transient")
    TRANSIENT(true),
    /** Our own fault. */
    @JsonProperty("internal")
    INTERNAL(true);

    private final boolean retryable;

    ProblemCategory(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same request may succeed later without a change. */
    public boolean retryable() {
        return retryable;
    }
}
