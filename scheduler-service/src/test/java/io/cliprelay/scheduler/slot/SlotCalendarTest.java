package io.cliprelay.scheduler.slot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.clip.WallTime;

import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlotCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SlotCalendar TUESDAYS_AND_THURSDAYS =
            new SlotCalendar(List.of(slot("18:00", BERLIN, TUESDAY, THURSDAY)));

    @Test
    void previewsWhatIsNextAcrossTheEndOfSummer() {
        assertThat(TUESDAYS_AND_THURSDAYS.preview(Instant.parse("2026-10-22T12:00:00Z"), 3))
                .containsExactly(
                        Instant.parse("2026-10-22T16:00:00Z"),
                        Instant.parse("2026-10-27T17:00:00Z"),
                        Instant.parse("2026-10-29T17:00:00Z"));
    }

    @ParameterizedTest(name = "a slot at {0} from {1} is at {2}")
    @CsvSource({
        "02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "23:30, 2026-10-25T22:29:59Z, 2026-10-25T22:30:00Z",
        "23:30, 2026-10-25T22:30:00Z, 2026-11-01T22:30:00Z"
    })
    void followsTheClockOnTheWall(String time, Instant after, Instant next) {
        SlotCalendar sundays = new SlotCalendar(List.of(slot(time, BERLIN, SUNDAY)));

        assertThat(sundays.preview(after, 1)).containsExactly(next);
    }

    @ParameterizedTest(name = "{0} at {1} is {2} on the wall")
    @CsvSource({
        "18:00, 2026-12-01T17:00:00Z, 2026-12-01T18:00",
        "02:30, 2027-03-28T01:30:00Z, 2027-03-28T02:30",
        "18:00, 2026-12-01T18:00:00Z,",
        "18:00, 2026-12-02T17:00:00Z,"
    })
    void anInstantMeansWhatTheClockOnTheWallShows(String time, Instant instant, LocalDateTime wall) {
        SlotCalendar calendar = new SlotCalendar(List.of(slot(time, BERLIN, TUESDAY, SUNDAY)));

        assertThat(calendar.meant(instant))
                .isEqualTo(Optional.ofNullable(wall).map(shown -> new WallTime(shown, BERLIN)));
    }

    @Test
    void slotsOfSeveralZonesAreOneRow() {
        SlotCalendar calendar = new SlotCalendar(List.of(
                slot("18:00", BERLIN, TUESDAY),
                slot("09:00", ZoneId.of("America/Los_Angeles"), TUESDAY),
                slot("12:00", ZoneId.of("America/New_York"), TUESDAY)));

        assertThat(calendar.preview(Instant.parse("2026-11-30T00:00:00Z"), 2))
                .as("nine in California is noon in New York, and 18:00 in Berlin")
                .containsExactly(Instant.parse("2026-12-01T17:00:00Z"), Instant.parse("2026-12-08T17:00:00Z"));
    }

    @Test
    void theNextFreeSlotIsTheFirstThatIsNotTaken() {
        Instant now = Instant.parse("2026-12-01T00:00:00Z");
        List<Instant> next = TUESDAYS_AND_THURSDAYS.preview(now, 3);

        assertThat(TUESDAYS_AND_THURSDAYS.nextFree(now, Set.of())).contains(next.get(0));
        assertThat(TUESDAYS_AND_THURSDAYS.nextFree(now, Set.of(next.get(1)))).contains(next.get(0));
        assertThat(TUESDAYS_AND_THURSDAYS.nextFree(now, Set.of(next.get(0), next.get(1))))
                .contains(next.get(2));
    }

    @Test
    void thereIsNoneWhereNoSlotIsOrAllAreTaken() {
        Instant now = Instant.parse("2026-12-01T00:00:00Z");

        assertThat(new SlotCalendar(List.of()).nextFree(now, Set.of())).isEmpty();
        assertThat(TUESDAYS_AND_THURSDAYS.nextFree(now, new HashSet<>(TUESDAYS_AND_THURSDAYS.preview(now, 250))))
                .isEmpty();
    }

    @Test
    void aSlotNeedsADay() {
        assertThatIllegalArgumentException().isThrownBy(() -> slot("18:00", BERLIN));
    }

    private static Slot slot(String time, ZoneId zone, DayOfWeek... days) {
        return new Slot(Set.of(days), LocalTime.parse(time), zone);
    }
}
