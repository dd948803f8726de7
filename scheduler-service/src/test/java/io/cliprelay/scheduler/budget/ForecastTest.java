package io.cliprelay.scheduler.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PlatformLimit.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ForecastTest {

    private static final Instant DUE = Instant.parse("2026-12-01T18:00:00Z");
    private static final Optional<Instant> NO_DEADLINE = Optional.empty();
    private static final PlatformLimit TWO_A_DAY = new PlatformLimit(
            "uploads", Scope.APP, 2, 1, Optional.empty(), Optional.of(ZoneId.of("America/Los_Angeles")));
    private static final PlatformLimit TWO_IN_24_HOURS =
            new PlatformLimit("publishes", Scope.ACCOUNT, 2, 1, Optional.of(Duration.ofHours(24)), Optional.empty());

    @Test
    void fitsWhereNothingIsLimited() {
        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of())).isEqualTo(new Forecast.Fits());
    }

    @Test
    void fitsIntoADayThatHasRoom() {
        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(daily("2026-12-01T09:00:00Z"))))
                .isEqualTo(new Forecast.Fits());
    }

    @Test
    void yesterdayThereDoesNotCountToday() {
        Use yesterday = daily("2026-12-01T07:59:59Z", "2026-12-01T07:59:59Z");

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(yesterday))).isEqualTo(new Forecast.Fits());
    }

    @Test
    void movesToTheMidnightOfTheZoneBehindADayThatIsFull() {
        Use full = daily("2026-12-01T09:00:00Z", "2026-12-02T07:00:00Z");

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(full)))
                .isEqualTo(new Forecast.Moves(Instant.parse("2026-12-02T08:00:00Z"), TWO_A_DAY));
    }

    @Test
    void thoseThatMoveToOneMidnightFollowEachOther() {
        Use full = daily("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", "2026-12-02T08:00:00Z");

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(full)))
                .isEqualTo(new Forecast.Moves(Instant.parse("2026-12-02T08:01:00Z"), TWO_A_DAY));
    }

    @Test
    void fitsIntoAWindowThatHasRoom() {
        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(rolling("2026-11-30T18:00:00Z", "2026-12-01T17:00:00Z"))))
                .as("the first has just left the window")
                .isEqualTo(new Forecast.Fits());
    }

    @Test
    void movesToWhenTheOldestLeavesTheWindow() {
        Use full = rolling("2026-11-30T18:20:00Z", "2026-12-01T17:00:00Z");

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(full)))
                .isEqualTo(new Forecast.Moves(Instant.parse("2026-12-01T18:20:00Z"), TWO_IN_24_HOURS));
    }

    @Test
    void doesNotTakeTheRoomOfWhatIsPlannedLater() {
        Use later = rolling("2026-12-01T19:00:00Z", "2026-12-02T17:00:00Z");

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(later)))
                .isEqualTo(new Forecast.Moves(Instant.parse("2026-12-02T19:00:00Z"), TWO_IN_24_HOURS));
    }

    @Test
    void hasToFitIntoAllLimitsAtOnce() {
        Use window = rolling("2026-12-01T10:00:00Z", "2026-12-01T17:00:00Z");
        Use day = daily("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z");

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(window, day)))
                .as("the window opens on a day that is full, so the next midnight it is")
                .isEqualTo(new Forecast.Moves(Instant.parse("2026-12-03T08:00:00Z"), TWO_IN_24_HOURS));
    }

    @Test
    void willNotFitWhereTheOpeningIsAfterTheDeadline() {
        Use full = daily("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z");

        assertThat(Forecast.of(DUE, Optional.of(Instant.parse("2026-12-02T07:59:59Z")), List.of(full)))
                .isEqualTo(new Forecast.WillNotFit(TWO_A_DAY));
        assertThat(Forecast.of(DUE, Optional.of(Instant.parse("2026-12-02T08:00:00Z")), List.of(full)))
                .isInstanceOf(Forecast.Moves.class);
    }

    @Test
    void willNotFitWhereNothingIsAllowedAtAll() {
        PlatformLimit none =
                new PlatformLimit("uploads", Scope.APP, 0, 1, Optional.of(Duration.ofHours(24)), Optional.empty());

        assertThat(Forecast.of(DUE, NO_DEADLINE, List.of(new Use(none, List.of()))))
                .isEqualTo(new Forecast.WillNotFit(none));
    }

    /** Whatever is planned by the forecast keeps within the limit, in any window there is. */
    @Test
    void planningOneAfterTheOtherNeverBreaksTheLimit() {
        Use use = new Use(TWO_IN_24_HOURS, List.of());
        for (int upload = 0; upload < 20; upload++) {
            Instant wanted = DUE.plus(Duration.ofHours(upload * 7L % 40));
            use = use.and(
                    switch (Forecast.of(wanted, NO_DEADLINE, List.of(use))) {
                        case Forecast.Fits fits -> wanted;
                        case Forecast.Moves moves -> moves.to();
                        case Forecast.WillNotFit not -> throw new AssertionError(not);
                    });
        }

        List<Instant> planned = use.planned();
        assertThat(IntStream.range(0, planned.size() - 2)
                        .mapToObj(index -> Duration.between(planned.get(index), planned.get(index + 2))))
                .allSatisfy(span -> assertThat(span).isGreaterThanOrEqualTo(Duration.ofHours(24)));
    }

    @Test
    void findsTheFirstRoomThatThereIs() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            PlatformLimit limit = new PlatformLimit(
                    "some", Scope.APP, 1 + random.nextInt(4), 1, Optional.of(Duration.ofHours(2)), Optional.empty());
            Use use = new Use(
                    limit,
                    random.ints(random.nextInt(12), -240, 480)
                            .mapToObj(minutes -> DUE.plus(Duration.ofMinutes(minutes)))
                            .toList());

            assertThat(Opening.of(use, DUE)).as(use.toString()).isEqualTo(Optional.of(tried(use)));
        }
    }

    /** By trying one minute after the other. */
    private static Instant tried(Use use) {
        return Stream.iterate(DUE, at -> at.plus(Duration.ofMinutes(1)))
                .filter(at -> keeps(use.and(at).planned(), use.limit(), at))
                .findFirst()
                .orElseThrow();
    }

    private static boolean keeps(List<Instant> all, PlatformLimit limit, Instant at) {
        int allowed = (int) limit.uploads();
        return IntStream.range(0, Math.max(0, all.size() - allowed))
                .filter(first ->
                        !all.get(first).isAfter(at) && !all.get(first + allowed).isBefore(at))
                .noneMatch(first -> Duration.between(all.get(first), all.get(first + allowed))
                                .compareTo(limit.rolling().orElseThrow())
                        < 0);
    }

    @Test
    void looksThroughAFullCalendarInNoTime() {
        PlatformLimit limit =
                new PlatformLimit("many", Scope.APP, 100, 1, Optional.of(Duration.ofHours(1)), Optional.empty());
        List<Instant> planned = IntStream.range(0, 20_000)
                .mapToObj(n -> DUE.plus(Duration.ofSeconds(n * 30L)))
                .toList();
        Use full = new Use(limit, planned);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Opening.of(full, DUE)))
                .contains(planned.get(19_900).plus(Duration.ofHours(1)));
    }

    private static Use daily(String... planned) {
        return use(TWO_A_DAY, planned);
    }

    private static Use rolling(String... planned) {
        return use(TWO_IN_24_HOURS, planned);
    }

    private static Use use(PlatformLimit limit, String... planned) {
        return new Use(limit, Arrays.stream(planned).map(Instant::parse).toList());
    }
}
