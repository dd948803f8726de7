package io.cliprelay.worker.spi;

/** How far an upload goes. */
public enum PublishMode {
    /** Until people can see it. */
    PUBLISH,
    /** Until its owner could publish it: auto-publish is off. */
    DRAFT
}
