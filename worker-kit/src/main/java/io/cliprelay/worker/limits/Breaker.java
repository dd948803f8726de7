package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;

/** Whether calls are made, and what led to that. */
sealed interface Breaker {

    /** What a try comes to is known soon; whoever finds one on its way asks again then. */
    Duration TRY = Duration.ofSeconds(5);

    /** Nothing has failed lately. */
    Closed CLEAN = new Closed(0, Optional.empty());

    /**
     * Calls are made.
     *
     * @param failures how many failed in a row
     * @param since when the first of them did
     */
    record Closed(int failures, Optional<Instant> since) implements Breaker {
        public Closed {
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * No calls are made.
     *
     * @param openings how often it opened without a success between
     */
    record Open(Instant until, int openings, UploadFailure cause) implements Breaker {
        public Open {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** One upload is on its way to see whether calls succeed again; until the given instant it is waited for. */
    record Probing(Instant until, int openings, UploadFailure cause) implements Breaker {
        public Probing {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** Why an upload may not go on; empty where it may. */
    default Optional<Open> refusal(Instant now) {
        return switch (this) {
            case Closed closed -> Optional.empty();
            case Open open -> Optional.of(open).filter(still -> now.isBefore(still.until()));
            case Probing probing ->
                Optional.of(new Open(earlier(probing.until(), now.plus(TRY)), probing.openings(), probing.cause()))
                        .filter(still -> now.isBefore(still.until()));
        };
    }

    /** What is known to have failed and not yet to succeed again, its pause over or not; empty where calls are made. */
    default Optional<Open> unsettled() {
        return switch (this) {
            case Closed closed -> Optional.empty();
            case Open open -> Optional.of(open);
            case Probing probing -> Optional.of(new Open(probing.until(), probing.openings(), probing.cause()));
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
