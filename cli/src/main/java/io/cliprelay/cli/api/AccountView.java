package io.cliprelay.cli.api;

/** An account that clips can be sent to. */
public record AccountView(String id, String platform, String name) {

    /** As {@code submit --to} takes it. */
    public String target() {
        return platform + ":" + name;
    }
}
