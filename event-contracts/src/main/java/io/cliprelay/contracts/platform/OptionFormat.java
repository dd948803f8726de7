package io.cliprelay.contracts.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the value of an option has to be written. */
public enum OptionFormat {

    /** An instant with its offset (RFC 3339). */
    @JsonProperty("instant")
    INSTANT("an instant, such as 2026-12-01T18:00:00Z");

    private final String described;

    OptionFormat(String described) {
        this.described = described;
    }

    /** In words, with an example. */
    public String described() {
        return described;
    }
}
