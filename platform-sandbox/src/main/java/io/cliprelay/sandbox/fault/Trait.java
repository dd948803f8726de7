package io.cliprelay.sandbox.fault;

/** What an operation has that some faults need. */
public enum Trait {
    MEDIA("carries media"),
    CREATES_POST("leads to a post"),
    SESSION("speaks of an upload session"),
    BEARER("carries an access token");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    /** As the end of a sentence about an operation. */
    public String words() {
        return words;
    }
}
