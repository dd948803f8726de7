package io.cliprelay.scheduler.time;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneRulesTest {

    @ParameterizedTest(name = "{0} in {1}, planned at {2}: {3}")
    @CsvSource({
        "2026-12-01T18:00, Europe/Berlin, 2026-12-01T17:00:00Z, stays",
        "2026-12-01T18:00:00, Europe/Berlin, 2026-12-01T16:00:00Z, 2026-12-01T17:00:00Z",
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:30:00Z, stays",
        "2026-12-01T18:00, Mars/Olympus, 2026-12-01T16:00:00Z, stays",
        "2026-12-01T18:00, +01:00, 2026-12-01T17:00:00Z, stays"
    })
    void moveWhatTheyMeanOtherwise(String wallTime, String zone, Instant dueAt, String expected) {
        String moved =
                ZoneRules.moved(wallTime, zone, dueAt).map(Instant::toString).orElse("stays");

        assertThat(moved).isEqualTo(expected);
    }
}
