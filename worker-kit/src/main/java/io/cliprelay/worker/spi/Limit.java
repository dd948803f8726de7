package io.cliprelay.worker.spi;

import java.util.Objects;

/**
 * How much a platform allows in a span of time.
 *
 * @param name unique in its uploader, stable: it is the key of what was used, a setting's name and a metric's tag
 * @param scope who shares it
 * @param window the span
 * @param amount what may be used in one span, in a unit of the platform's: calls, posts, quota units
 */
public record Limit(String name, Scope scope, Window window, long amount) {

    public Limit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(window, "window");
        if (amount < 0) {
            throw new IllegalArgumentException(
                    "the amount of limit %s must not be negative: %d".formatted(name, amount));
        }
    }

    /** Who shares a limit. */
    public enum Scope {
        /** All accounts of this installation's client. */
        APP,
        /** Each account has its own. */
        ACCOUNT
    }
}
