package io.cliprelay.scheduler.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.scheduler.Clips;

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

    @Test
    void aNewUploadGoesByTheRulesOfThisProcess() {
        WallTime meant = new WallTime(LocalDateTime.parse("2026-12-01T18:00"), ZoneId.of("Europe/Berlin"));

        Placement moved = ZoneRules.placed(upload(meant, meant.instant().minusSeconds(3600)));

        assertThat(moved.upload().dueAt()).isEqualTo(meant.instant());
        assertThat(moved.upload().wallTime()).contains(meant);
        assertThat(moved.reason().orElseThrow().code()).isEqualTo("zone-rules.changed");
        assertThat(ZoneRules.placed(upload(meant, meant.instant())).reason()).isEmpty();
    }

    private static PlannedUpload upload(WallTime meant, Instant dueAt) {
        return new PlannedUpload(
                UUID.randomUUID(),
                Clips.PLATFORM,
                UUID.randomUUID(),
                dueAt,
                Clips.content(),
                Optional.of(meant),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
