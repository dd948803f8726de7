package io.cliprelay.gateway.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caller may do. */
public enum Scope {
    /** Hand in clips, and change what was handed in. */
    @JsonProperty("submit")
    SUBMIT("submit"),
    /** See clips, accounts and numbers. */
    @JsonProperty("read")
    READ("read"),
    /** See and change connected accounts. */
    @JsonProperty("accounts")
    ACCOUNTS("accounts"),
    /** Everything, keys included: who may make keys may make one that may do the rest. */
    @JsonProperty("admin")
    ADMIN("admin");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As callers write it. */
    public String word() {
        return word;
    }
}
