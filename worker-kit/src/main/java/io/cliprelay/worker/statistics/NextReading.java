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

    /** How long after the plan's end a reading that failed is still tried again. */
    private static final Duration GRACE = Duration.ofDays(1);

    private NextReading() {}

    /** The first planned instant that lies ahead; what was missed meanwhile is left out. Empty after the last. */
    static Optional<Instant> planned(Instant published, List<Duration> after, Instant now) {
        return after.stream().map(published::plus).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    /** When to try again after a failure: after the pause, or later where it says so. Empty where it is given up. */
    static Optional<Instant> again(Instant published, List<Duration> after, Instant now, Instant earliest) {
        Instant given = after.stream()
                .map(published::plus)
                .max(Comparator.naturalOrder())
                .orElse(now)
                .plus(GRACE);
        return Optional.of(earliest).filter(at -> at.isBefore(given));
    }

    /** The earliest instant of another try. */
    static Instant earliest(Throwable failure, Instant now, Duration pause) {
        Instant paused = now.plus(pause);
        return failure instanceof UploadException told
                ? until(told.failure()).filter(paused::isBefore).orElse(paused)
                : paused;
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
