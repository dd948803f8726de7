package io.cliprelay.gateway.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far what a caller does reaches. */
public enum Mode {
    /** To the platforms. */
    @JsonProperty("live")
    LIVE("live"),
    /** To the sandbox's accounts and no further. */
    @JsonProperty("test")
    TEST("test");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** As callers write it. */
    public String word() {
        return word;
    }
}
