package io.cliprelay.worker.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadPhase;

/** Counts the bytes of one upload as they leave; plain arithmetic, for one thread. */
public final class TransferMeter {

    /** Two reports a second at most. */
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

    private final long total;
    private UploadPhase phase = UploadPhase.OPENING;
    private long sent;
    private long sentAtReport;
    private Optional<Instant> lastReport = Optional.empty();

    /** A meter of a file of {@code total} bytes. */
    public TransferMeter(long total) {
        this.total = total;
    }

    /** How far the upload is. {@code secondsLeft} is empty while nothing flows. */
    public record Reading(
            UploadPhase phase, long bytesSent, long bytesTotal, long bytesPerSecond, Optional<Long> secondsLeft) {}

    /** The upload goes on from this byte, in this phase: told at once where the phase is a new one. */
    public Optional<Reading> enter(UploadPhase next, long offset, Instant now) {
        boolean fresh = phase != next || lastReport.isEmpty();
        sentAtReport += offset - sent;
        sent = offset;
        phase = next;
        return fresh ? Optional.of(report(now, 0)) : Optional.empty();
    }

    /** Bytes have left; a reading, if it is time for one. */
    public Optional<Reading> add(int bytes, Instant now) {
        sent += bytes;
        return lastReport
                .map(last -> Duration.between(last, now))
                .filter(since -> since.compareTo(BETWEEN_REPORTS) >= 0)
                .map(since -> report(now, (sent - sentAtReport) * 1000 / Math.max(1, since.toMillis())));
    }

    public long sent() {
        return sent;
    }

    private Reading report(Instant now, long rate) {
        sentAtReport = sent;
        lastReport = Optional.of(now);
        Optional<Long> left = rate > 0 ? Optional.of((total - sent + rate - 1) / rate) : Optional.empty();
        return new Reading(phase, sent, total, rate, left);
    }
}
