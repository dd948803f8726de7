package io.cliprelay.cli.stack;

/** What a service is to the stack. */
public enum ServiceKind {
    /** Stands in for the platforms. */
    SANDBOX,
    /** One of those that every installation has. */
    SERVICE,
    /** Talks to one platform. */
    WORKER
}
