package io.cliprelay.cli.stack;

/** How a part is. */
public enum Health {
    HEALTHY,
    /** Runs, and does not (yet) say that it is ready. */
    STARTING,
    STOPPED;

    /** As people read it. */
    public String shown() {
        return switch (this) {
            case HEALTHY -> "healthy";
            case STARTING -> "not ready";
            case STOPPED -> "stopped";
        };
    }
}
