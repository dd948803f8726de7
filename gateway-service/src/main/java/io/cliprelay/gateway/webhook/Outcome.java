package io.cliprelay.gateway.webhook;

import java.time.Duration;

/** What became of an attempt. */
sealed interface Outcome {

    /** How long it took. */
    Duration took();

    /** The endpoint took it: a 2xx. */
    record Delivered(int status, Duration took) implements Outcome {}

    /** The endpoint answered something else. */
    record Refused(int status, Duration took) implements Outcome {}

    /** The endpoint wants no more: 410. */
    record Gone(Duration took) implements Outcome {}

    /** There was no answer. */
    record Unreachable(String why, Duration took) implements Outcome {}

    static Outcome of(int status, Duration took) {
        if (status == 410) {
            return new Gone(took);
        }
        return status / 100 == 2 ? new Delivered(status, took) : new Refused(status, took);
    }

    /** For the log. */
    default String text() {
        return switch (this) {
            case Delivered delivered -> "HTTP " + delivered.status();
            case Refused refused -> "HTTP " + refused.status();
            case Gone gone -> "HTTP 410";
            case Unreachable unreachable -> unreachable.why();
        };
    }
}
