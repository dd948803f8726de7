package io.cliprelay.scheduler.due;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandstillsTest {

    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();

    private final Standstills standstills = new Standstills(3);

    @Test
    void aNodeThatBeatsLives() {
        for (long beat = 1; beat < 20; beat++) {
            assertThat(standstills.after(Map.of(A, beat))).isEmpty();
        }
    }

    @Test
    void aNodeWhoseBeatStandsStillIsDeadAfterAsManyLooks() {
        standstills.after(Map.of(A, 7L, B, 1L));
        assertThat(standstills.after(Map.of(A, 7L, B, 2L))).isEmpty();
        assertThat(standstills.after(Map.of(A, 7L, B, 3L))).isEmpty();
        assertThat(standstills.after(Map.of(A, 7L, B, 4L))).containsExactly(Map.entry(A, 7L));
        assertThat(standstills.after(Map.of(A, 7L, B, 5L)))
                .as("until it is forgotten")
                .containsKey(A);
    }

    @Test
    void aBeatInBetweenIsALife() {
        standstills.after(Map.of(A, 7L));
        standstills.after(Map.of(A, 7L));
        standstills.after(Map.of(A, 7L));
        assertThat(standstills.after(Map.of(A, 8L))).isEmpty();
        assertThat(standstills.after(Map.of(A, 8L))).isEmpty();
    }

    @Test
    void whoWasForgottenAndComesBackBeginsAnew() {
        standstills.after(Map.of(A, 7L));
        standstills.after(Map.of());
        assertThat(standstills.after(Map.of(A, 7L))).isEmpty();
        standstills.after(Map.of(A, 7L));
        assertThat(standstills.after(Map.of(A, 7L))).isEmpty();
    }
}
