package io.cliprelay.scheduler.due;

import java.time.Instant;

/** Instants as text, written once where one follows its like: what goes out together was mostly due together. */
final class InstantText {

    private Instant last = Instant.MIN;
    private String text = last.toString();

    String of(Instant instant) {
        if (!instant.equals(last)) {
            last = instant;
            text = instant.toString();
        }
        return text;
    }
}
