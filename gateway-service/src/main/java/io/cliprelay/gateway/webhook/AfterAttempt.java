package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.util.List;

/** What follows an attempt; plain functions. */
sealed interface AfterAttempt {

    /** It is over: delivered. */
    record Done() implements AfterAttempt {}

    /** It is over: nobody took it. */
    record GiveUp() implements AfterAttempt {}

    /** It is over, and nothing more is to be sent there. */
    record Stop() implements AfterAttempt {}

    /** Once more, then. */
    record Again(Duration in) implements AfterAttempt {}

    /** @param jitter from 0 to 1: up to a tenth is added, so that what failed together is not tried together */
    static AfterAttempt of(Outcome outcome, int attempt, List<Duration> pauses, double jitter) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> new Done();
            case Outcome.Gone gone -> new Stop();
            case Outcome.Refused refused -> again(attempt, pauses, jitter);
            case Outcome.Unreachable unreachable -> again(attempt, pauses, jitter);
        };
    }

    private static AfterAttempt again(int attempt, List<Duration> pauses, double jitter) {
        if (attempt > pauses.size()) {
            return new GiveUp();
        }
        long pause = pauses.get(attempt - 1).toMillis();
        return new Again(Duration.ofMillis(pause + Math.round(pause * jitter / 10)));
    }
}
