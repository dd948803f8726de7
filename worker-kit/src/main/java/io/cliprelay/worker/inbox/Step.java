package io.cliprelay.worker.inbox;

/** What is to be done next for an upload, as it stands in its row. */
public enum Step {
    /** Taken by nobody yet in this attempt. */
    READY,
    /** Send what the platform does not have yet. */
    TRANSFER,
    /** The platform has the media and publishes only when told to: ask until it is ready, then tell it. */
    PREPARE,
    /** A call that may have published had no clear answer: look before anything else. */
    RECONCILE,
    /** The platform has the post; ask until it is live. */
    INSPECT,
    /** Live; something is left to do that may fail alone, such as the thumbnail. */
    FOLLOW_UP,
    /** Nothing is left to do. */
    DONE,
    /** This attempt did not publish; the scheduler decides what follows. */
    FAILED
}
