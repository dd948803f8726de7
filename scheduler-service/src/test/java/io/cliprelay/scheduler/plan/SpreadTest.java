package io.cliprelay.scheduler.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.scheduler.plan.Spread.Place;
import io.cliprelay.scheduler.plan.Spread.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Spread EVERY_SECOND = new Spread(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void letsOneGoAfterTheOther() {
        assertThat(EVERY_SECOND.places(
                        List.of(waiting(1, -30, Priority.NORMAL), waiting(2, -20, Priority.NORMAL)), NOW))
                .containsExactly(place(1, 0), place(2, 1));
    }

    @Test
    void theUrgentGoFirstAndThenTheLongestDue() {
        List<Waiting> waiting = List.of(
                waiting(1, -10, Priority.BULK),
                waiting(2, -5, Priority.NORMAL),
                waiting(3, -90, Priority.NORMAL),
                waiting(4, -1, Priority.URGENT));

        assertThat(EVERY_SECOND.places(waiting, NOW))
                .extracting(Place::uploadId)
                .containsExactly(id(4), id(3), id(2), id(1));
    }

    @Test
    void nothingGoesBeforeItIsDue() {
        assertThat(EVERY_SECOND.places(List.of(waiting(1, 3600, Priority.URGENT)), NOW))
                .containsExactly(place(1, 3600));
    }

    @Test
    void manyGoFasterSoThatTheLastIsNotTooLate() {
        List<Waiting> many = IntStream.range(0, 1001)
                .mapToObj(index -> waiting(index, -2000 + index, Priority.NORMAL))
                .toList();

        List<Place> places = EVERY_SECOND.places(many, NOW);

        assertThat(places.get(1).dueAt()).isEqualTo(NOW.plusMillis(60));
        assertThat(places.getLast().dueAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(places).extracting(Place::dueAt).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nothingIsLetGoWhereNothingWaits() {
        assertThat(EVERY_SECOND.places(List.of(), NOW)).isEmpty();
    }

    private static Waiting waiting(int number, int seconds, Priority priority) {
        return new Waiting(id(number), NOW.plusSeconds(seconds), priority);
    }

    private static Place place(int number, int seconds) {
        return new Place(id(number), NOW.plusSeconds(seconds));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
