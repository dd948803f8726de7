package io.cliprelay.scheduler.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.cliprelay.contracts.upload.UploadFailure;

/**
 * Decides what follows a failed attempt: exponential backoff with full jitter, never before the instant that a platform
 * named. Thread-safe if its source of randomness is.
 */
final class RetryPolicy {

    /** Far beyond any sensible cap, and no overflow. */
    private static final int LARGEST_EXPONENT = 30;

    /** The code by which workers report that a person settled an unconfirmed upload as not published. */
    private static final String SETTLED_UNPUBLISHED = "upload.settled-unpublished";

    private final RetryConfig config;
    private final RandomGenerator random;

    RetryPolicy(RetryConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    RetryDecision after(UploadFailure failure, Tries tries, Instant now) {
        return switch (failure) {
            case UploadFailure.Transient passing ->
                isPersonsAnswer(passing) ? sendAfterAll(tries, now) : tryAgain(tries, now);
            // Workers report an attempt as failed only when it is proved that nothing was published.
            case UploadFailure.Unknown unknown -> tryAgain(tries, now);
            case UploadFailure.RateLimited limited -> waitFor(limited.until().or(() -> guessed(tries)), tries, now);
            case UploadFailure.QuotaExhausted exhausted -> waitFor(Optional.of(exhausted.until()), tries, now);
            case UploadFailure.Auth auth -> awaitAccount(tries, now);
            case UploadFailure.InvalidInput invalid -> new RetryDecision.GiveUp();
            case UploadFailure.ContentRejected rejected -> new RetryDecision.GiveUp();
        };
    }

    private static boolean isPersonsAnswer(UploadFailure.Transient passing) {
        return SETTLED_UNPUBLISHED.equals(passing.reason().code());
    }

    /** Who answers that it was not published was promised that it is sent again, also where the tries are used up. */
    private RetryDecision sendAfterAll(Tries tries, Instant now) {
        return new RetryDecision.Again(later(now, 0), tries.spent());
    }

    private RetryDecision tryAgain(Tries tries, Instant now) {
        int spent = tries.spent() + 1;
        return spent < tries.allowed()
                ? new RetryDecision.Again(later(now, tries.spent()), spent)
                : new RetryDecision.GiveUp();
    }

    private RetryDecision waitFor(Optional<Instant> until, Tries tries, Instant now) {
        Instant open = until.filter(now::isBefore).orElse(now);
        // Jitter here too: whatever waits for the same limit must not come back in the same instant.
        return tries.waits() < config.waits()
                ? new RetryDecision.Again(later(open, tries.waits()), tries.spent())
                : new RetryDecision.GiveUp();
    }

    /** A limit that gave no instant, and has not given way however slowly it was tried, is one that lasts long. */
    private Optional<Instant> guessed(Tries tries) {
        return tries.reset().filter(reset -> longestPause(tries.waits()).equals(config.cap()));
    }

    private RetryDecision awaitAccount(Tries tries, Instant now) {
        // As often as limits are waited for: an account that is refused however often it is connected is a dead end.
        return tries.waits() < config.waits()
                ? new RetryDecision.AwaitAccount(later(now, tries.waits()))
                : new RetryDecision.GiveUp();
    }

    private Instant later(Instant from, int exponent) {
        long pause = random.nextLong(longestPause(exponent).toMillis() + 1);
        // Rounded up: a platform's "not before" holds to the last nanosecond.
        return from.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS).plusMillis(pause);
    }

    private Duration longestPause(int exponent) {
        Duration doubled = config.base().multipliedBy(1L << Math.min(exponent, LARGEST_EXPONENT));
        return doubled.compareTo(config.cap()) < 0 ? doubled : config.cap();
    }
}
