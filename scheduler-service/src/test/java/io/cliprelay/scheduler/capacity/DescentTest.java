package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DescentTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");

    private final Descent descent = new Descent(Duration.ofSeconds(60));

    @Test
    void goesUpAtOnceAndDownWhenNoMoreWasWantedForTheTime() {
        assertThat(descent.from(NOW, 2)).isEqualTo(2);
        assertThat(descent.from(NOW.plusSeconds(15), 7)).isEqualTo(7);
        assertThat(descent.from(NOW.plusSeconds(30), 1)).isEqualTo(7);
        assertThat(descent.from(NOW.plusSeconds(75), 1)).isEqualTo(7);
        assertThat(descent.from(NOW.plusSeconds(76), 1)).isEqualTo(1);
    }
}
