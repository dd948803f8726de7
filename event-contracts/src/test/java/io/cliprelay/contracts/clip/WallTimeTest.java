package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WallTimeTest {

    @ParameterizedTest(name = "{0} in {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-01T18:00    | Europe/Berlin    | 2026-12-01T17:00:00Z | winter
            2026-07-01T18:00    | Europe/Berlin    | 2026-07-01T16:00:00Z | summer
            2026-03-29T01:59:59 | Europe/Berlin    | 2026-03-29T00:59:59Z | the last second before a gap
            2026-03-29T02:00    | Europe/Berlin    | 2026-03-29T01:00:00Z | the first of a gap: three o'clock
            2026-03-29T02:30    | Europe/Berlin    | 2026-03-29T01:30:00Z | in a gap: half past three
            2026-03-29T03:00    | Europe/Berlin    | 2026-03-29T01:00:00Z | after a gap
            2026-10-25T02:30    | Europe/Berlin    | 2026-10-25T00:30:00Z | twice: the first
            2026-10-25T03:00    | Europe/Berlin    | 2026-10-25T02:00:00Z | after an overlap
            2026-04-05T01:45    | Australia/Lord_Howe | 2026-04-04T14:45:00Z | twice, by half an hour: the first
            2026-10-04T02:15    | Australia/Lord_Howe | 2026-10-03T15:45:00Z | in a gap of half an hour
            2011-12-30T12:00    | Pacific/Apia     | 2011-12-30T22:00:00Z | on a day that was left out: the next
            2026-03-29T02:30    | +01:00           | 2026-03-29T01:30:00Z | an offset knows no summer
            """)
    void meansAnInstant(LocalDateTime local, ZoneId zone, Instant meant, String why) {
        assertThat(new WallTime(local, zone).instant()).as(why).isEqualTo(meant);
    }

    @Test
    void anInstantHasANameThatMeansIt() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(WallTime.of(Instant.parse("2026-12-01T17:00:00Z"), berlin))
                .contains(new WallTime(LocalDateTime.parse("2026-12-01T18:00"), berlin));
        assertThat(WallTime.of(Instant.parse("2026-10-25T01:30:00Z"), berlin))
                .as("the second half past two of that night")
                .isEmpty();
    }

    @Test
    void theRulesOfZonesHaveAVersion() {
        assertThat(WallTime.rules()).matches("20\\d\\d[a-z]+.*");
    }
}
