package io.cliprelay.worker.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;

class NextReadingTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<Duration> AFTER = List.of(Duration.ofHours(6), Duration.ofHours(1), Duration.ofDays(1));
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final UploadFailure.Reason REASON = new UploadFailure.Reason("paper.torn", "torn", "wait");

    @Test
    void afterEachReadingComesTheNextThatIsPlanned() {
        assertThat(planned(Duration.ofHours(1))).contains(PUBLISHED.plus(Duration.ofHours(6)));
        assertThat(planned(Duration.ofHours(6))).contains(PUBLISHED.plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasMissedIsLeftOut() {
        assertThat(planned(Duration.ofHours(7))).contains(PUBLISHED.plus(Duration.ofDays(1)));
    }

    @Test
    void afterTheLastThereIsNone() {
        assertThat(planned(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void aFailedReadingIsTriedAgainAfterThePauseOrWhenThePlatformSays() {
        Instant late = PUBLISHED.plus(Duration.ofHours(5));
        UploadException limited = UploadException.refused(new UploadFailure.RateLimited(REASON, Optional.of(late)));
        UploadException past = UploadException.refused(new UploadFailure.QuotaExhausted(REASON, PUBLISHED));
        UploadException auth = UploadException.refused(new UploadFailure.Auth(REASON));

        assertThat(earliest(limited)).isEqualTo(late);
        assertThat(earliest(past)).isEqualTo(PUBLISHED.plus(PAUSE));
        assertThat(earliest(auth)).isEqualTo(PUBLISHED.plus(PAUSE));
        assertThat(earliest(new TimeoutException())).isEqualTo(PUBLISHED.plus(PAUSE));
    }

    @Test
    void whatCannotBeReadForLongIsAskedForEverMoreRarely() {
        Instant later = PUBLISHED.plus(Duration.ofDays(10));

        assertThat(NextReading.earliest(new TimeoutException(), PUBLISHED, later, PAUSE))
                .isEqualTo(later.plus(Duration.ofDays(1)));
    }

    @Test
    void aReadingThatFailsForADayAfterThePlansEndIsGivenUp() {
        assertThat(again(PUBLISHED.plus(Duration.ofHours(47)))).isPresent();
        assertThat(again(PUBLISHED.plus(Duration.ofHours(49)))).isEmpty();
    }

    private static Optional<Instant> planned(Duration age) {
        return NextReading.planned(PUBLISHED, AFTER, PUBLISHED.plus(age));
    }

    private static Instant earliest(Throwable failure) {
        return NextReading.earliest(failure, PUBLISHED, PUBLISHED, PAUSE);
    }

    private static Optional<Instant> again(Instant earliest) {
        return NextReading.again(PUBLISHED, AFTER, earliest);
    }
}
