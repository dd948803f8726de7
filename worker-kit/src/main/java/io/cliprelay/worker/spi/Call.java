package io.cliprelay.worker.spi;

/** The calls of {@link PlatformUploader}, as far as they reach the platform. */
public enum Call {
    /** Opens a session. */
    OPEN,
    /** Asks how far a session is. */
    STATUS,
    /** Sends one range. */
    SEND,
    /** Says that all bytes are there. */
    FINISH,
    /** Makes the post public. */
    PUBLISH,
    /** Looks for the post without its session. */
    FIND,
    /** Asks what became of a post. */
    INSPECT,
    /** Does what is left to do for a live post. */
    COMPLETE,
    /** Asks what a live post has come to. */
    STATISTICS
}
