package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.Objects;

/** When the latest attempt began. */
record Start(int attempt, Instant at) {

    Start {
        Objects.requireNonNull(at, "at");
    }

    /** The one of the later attempt; of one attempt, taken up again after a crash, the first. */
    Start orLater(Start other) {
        if (attempt != other.attempt) {
            return attempt > other.attempt ? this : other;
        }
        return at.isAfter(other.at) ? other : this;
    }
}
