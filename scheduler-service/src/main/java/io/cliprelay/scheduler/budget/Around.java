package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The time around an upload in which what is planned matters to it. The same for all of an account that are due within one
 * hour, so that a hundred clips that come at once are looked at once.
 */
record Around(String platform, UUID accountId, Instant from, Instant until) {

    static Around of(Wish wish) {
        Instant hour = wish.dueAt().truncatedTo(ChronoUnit.HOURS);
        return new Around(
                wish.platform(),
                wish.accountId(),
                hour.minus(Opening.LONGEST_SPAN),
                hour.plus(1, ChronoUnit.HOURS).plus(Opening.HORIZON).plus(Opening.LONGEST_SPAN));
    }
}
