package io.cliprelay.sandbox.admin;

/** What a platform remembers of what happened since the start. One bean a platform. */
public interface Forgetful {

    /** As after a start with no state. */
    void forgetEverything();
}
