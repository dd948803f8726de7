package io.cliprelay.scheduler.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PlatformLimit.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class LimitResetTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00:00Z, 2026-12-02T08:00:00Z",
        "2026-12-02T07:59:59Z, 2026-12-02T08:00:00Z",
        "2026-12-02T08:00:00Z, 2026-12-03T08:00:00Z",
        "2026-07-01T18:00:00Z, 2026-07-02T07:00:00Z",
        "2026-03-08T09:00:00Z, 2026-03-09T07:00:00Z"
    })
    void aDayEndsAtMidnightInItsZoneWinterAndSummer(Instant now, Instant reset) {
        assertThat(LimitReset.next(List.of(daily(100, 1)), now)).contains(reset);
    }

    @Test
    void aWindowGivesWayBitByBit() {
        assertThat(LimitReset.next(List.of(rolling(Duration.ofHours(24), 48)), NOW))
                .contains(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void theFirstToGiveWayCounts() {
        assertThat(LimitReset.next(List.of(daily(100, 1), rolling(Duration.ofHours(24), 48)), NOW))
                .contains(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void limitsOfMinutesAndThoseThatUploadsDoNotUseAreNotWaitedFor() {
        assertThat(LimitReset.next(List.of(rolling(Duration.ofMinutes(1), 6), daily(100, 0)), NOW))
                .isEmpty();
        assertThat(LimitReset.next(List.of(), NOW)).isEmpty();
    }

    private static PlatformLimit daily(long amount, long perUpload) {
        return new PlatformLimit(
                "uploads",
                Scope.APP,
                amount,
                perUpload,
                Optional.empty(),
                Optional.of(ZoneId.of("America/Los_Angeles")));
    }

    private static PlatformLimit rolling(Duration length, long amount) {
        return new PlatformLimit("posts", Scope.ACCOUNT, amount, 1, Optional.of(length), Optional.empty());
    }
}
