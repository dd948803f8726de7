package io.cliprelay.scheduler.retry;

import java.time.Instant;
import java.util.Optional;

/**
 * What an upload has behind it, the attempt that failed just now not counted.
 *
 * @param spent attempts that used up one of the platform's tries
 * @param waits attempts that used up none: they ended at a limit, or a person found that they had not published
 * @param allowed how many tries the platform gives an upload
 * @param reset when the platform's limits give way by what is known of them; empty where nothing is
 */
record Tries(int spent, int waits, int allowed, Optional<Instant> reset) {

    /** On a platform of whose limits nothing is known. */
    Tries(int spent, int waits, int allowed) {
        this(spent, waits, allowed, Optional.empty());
    }
}
