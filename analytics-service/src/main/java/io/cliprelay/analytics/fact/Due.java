package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.Objects;

/**
 * When an upload was to go out.
 *
 * @param said when that was said
 */
record Due(Instant at, Instant said) {

    Due {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(said, "said");
    }

    /** The one that was said last. */
    Due orNewer(Due other) {
        return other.said.isAfter(said) ? other : this;
    }
}
