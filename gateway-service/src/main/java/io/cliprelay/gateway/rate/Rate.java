package io.cliprelay.gateway.rate;

import java.time.Duration;

/**
 * So many requests in so much time, as a token bucket that is told by one number: when it would be full again. That and
 * now are in nanoseconds of one monotonic clock.
 */
record Rate(int quota, Duration window) {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    Rate {
        if (quota < 1 || window.toNanos() < quota) {
            throw new IllegalArgumentException("No rate: " + quota + " in " + window);
        }
    }

    /**
     * What is told to the caller.
     *
     * @param fullAt to be remembered for the next request
     * @param remaining requests that may follow at once
     * @param resetSeconds until the quota is whole again, rounded up
     * @param waitSeconds until a request would be let in, rounded up; 0 where this one is
     */
    record Turn(long fullAt, long remaining, long resetSeconds, long waitSeconds) {

        boolean allowed() {
            return waitSeconds == 0;
        }
    }

    /** Takes a request at {@code now} from a bucket that is full at {@code fullAt}; one that is refused costs nothing. */
    Turn take(long fullAt, long now) {
        long each = window.toNanos() / quota;
        long whole = each * quota;
        long missing = Math.max(0, fullAt - now);
        long wait = missing + each - whole;
        long missingAfter = wait > 0 ? missing : missing + each;
        return new Turn(
                now + missingAfter,
                (whole - missingAfter) / each,
                Math.ceilDiv(missingAfter, SECOND),
                Math.max(0, Math.ceilDiv(wait, SECOND)));
    }
}
