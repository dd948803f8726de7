package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static io.cliprelay.analytics.tally.Grain.DAY;
import static io.cliprelay.analytics.tally.Grain.MONTH;
import static io.cliprelay.analytics.tally.Grain.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

class PieceTest {

    @Test
    void aYearInIndiaIsMonthsBetweenDaysBetweenQuarters() {
        assertThat(covering("2025-11-23T18:30:00Z", "2026-11-23T18:30:00Z"))
                .containsExactly(
                        piece(QUARTER, "2025-11-23T18:30:00Z", "2025-11-24T00:00:00Z"),
                        piece(DAY, "2025-11-24T00:00:00Z", "2025-12-01T00:00:00Z"),
                        piece(MONTH, "2025-12-01T00:00:00Z", "2026-11-01T00:00:00Z"),
                        piece(DAY, "2026-11-01T00:00:00Z", "2026-11-23T00:00:00Z"),
                        piece(QUARTER, "2026-11-23T00:00:00Z", "2026-11-23T18:30:00Z"));
    }

    @Test
    void anHourIsQuarters() {
        assertThat(covering("2026-11-23T18:30:00Z", "2026-11-23T19:30:00Z"))
                .containsExactly(piece(QUARTER, "2026-11-23T18:30:00Z", "2026-11-23T19:30:00Z"));
    }

    @Test
    void wholeMonthsAreNothingElse() {
        assertThat(covering("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"))
                .containsExactly(piece(MONTH, "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    }

    @Test
    void endsAreMovedOutwardsToQuarters() {
        assertThat(covering("2026-11-23T18:44:59Z", "2026-11-23T18:45:00.001Z"))
                .containsExactly(piece(QUARTER, "2026-11-23T18:30:00Z", "2026-11-23T19:00:00Z"));
    }

    private static List<Piece> covering(String since, String until) {
        return Piece.covering(Instant.parse(since), Instant.parse(until));
    }

    private static Piece piece(Grain grain, String since, String until) {
        return new Piece(grain, Instant.parse(since), Instant.parse(until));
    }
}
