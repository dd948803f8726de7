package io.cliprelay.scheduler.retry;

import java.time.Instant;

/** What follows a failed attempt. */
sealed interface RetryDecision {

    /**
     * Another attempt.
     *
     * @param at not before this instant, UTC, in whole milliseconds
     * @param spent how many of the platform's tries are used up by now
     */
    record Again(Instant at, int spent) implements RetryDecision {}

    /**
     * Another attempt, once the account is connected again.
     *
     * @param at not before this instant, UTC, in whole milliseconds
     */
    record AwaitAccount(Instant at) implements RetryDecision {}

    /** No further attempt. */
    record GiveUp() implements RetryDecision {}
}
