package io.cliprelay.worker.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** When a post is to be read again. Plain functions. */
final class NextReading {

    /** How long after the plan's end a reading that failed is still tried again; or a fifth of the plan, if longer. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int FIFTH = 5;

    /** What cannot be read for weeks is asked for ever more rarely: the pause is at least this part of a post's age. */
    private static final int TENTH = 10;

    private NextReading() {}

    /** The first planned instant that lies ahead; what was missed meanwhile is left out. Empty after the last. */
    static Optional<Instant> planned(Instant published, List<Duration> after, Instant now) {
        return after.stream().map(published::plus).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    /** When to try again what failed: at the earliest instant. Empty where it is given up. */
    static Optional<Instant> again(Instant published, List<Duration> after, Instant earliest) {
        Duration plan = after.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        Instant end = published.plus(plan).plus(longer(GRACE, plan.dividedBy(FIFTH)));
        return Optional.of(earliest).filter(at -> at.isBefore(end));
    }

    /** The earliest instant of another try: after the pause, or later where the failure says so. */
    static Instant earliest(Throwable failure, Instant published, Instant now, Duration pause) {
        Instant paused = now.plus(longer(pause, Duration.between(published, now).dividedBy(TENTH)));
        return failure instanceof UploadException told
                ? until(told.failure()).filter(paused::isBefore).orElse(paused)
                : paused;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Optional<Instant> until(UploadFailure failure) {
        return switch (failure) {
            case UploadFailure.RateLimited limited -> limited.until();
            case UploadFailure.QuotaExhausted exhausted -> Optional.of(exhausted.until());
            case UploadFailure.Transient passing -> Optional.empty();
            case UploadFailure.Auth auth -> Optional.empty();
            case UploadFailure.InvalidInput invalid -> Optional.empty();
            case UploadFailure.ContentRejected rejected -> Optional.empty();
            case UploadFailure.Unknown unknown -> Optional.empty();
        };
    }
}
