package io.cliprelay.worker.spi;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/** The span of time that a limit is counted in. */
public sealed interface Window {

    /**
     * Any span of this length. What is counted when a call leaves is counted by the platform when it arrives, so a short
     * window is best declared a second or two longer than the platform's.
     */
    record Rolling(Duration length) implements Window {
        public Rolling {
            Objects.requireNonNull(length, "length");
            if (length.isZero() || length.isNegative()) {
                throw new IllegalArgumentException("a rolling window must last: " + length);
            }
        }
    }

    /** From midnight to midnight in a zone. */
    record Daily(ZoneId zone) implements Window {
        public Daily {
            Objects.requireNonNull(zone, "zone");
        }
    }
}
