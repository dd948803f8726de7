package io.cliprelay.scheduler.hold;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void oneGoesAfterTheOther() {
        Spread spread = Spread.of(NOW, Duration.ofSeconds(1), HOUR, 10);

        assertThat(spread.at(0, NOW.minusSeconds(9))).isEqualTo(NOW);
        assertThat(spread.at(3, NOW.minusSeconds(9))).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void noneGoesBeforeItIsDue() {
        assertThat(Spread.of(NOW, Duration.ofSeconds(1), HOUR, 10).at(3, NOW.plusSeconds(60)))
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void howeverManyTheyAreTheLastGoesInTime() {
        Spread spread = Spread.of(NOW, Duration.ofSeconds(1), HOUR, 1_000_000);

        assertThat(spread.at(999_999, NOW)).isBetween(NOW.plusSeconds(3500), NOW.plus(HOUR));
    }

    @Test
    void withoutAGapAllGoAtOnce() {
        assertThat(Spread.none(NOW).at(1000, NOW.minusSeconds(9))).isEqualTo(NOW);
    }
}
