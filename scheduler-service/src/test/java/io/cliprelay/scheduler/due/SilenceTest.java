package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTest {

    private static final Instant START = Instant.parse("2026-12-01T18:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Silence silence = new Silence(Duration.ofMinutes(10));

    @Test
    void nothingIsSilentUntilEnoughTimePassed() {
        assertThat(after(0, Duration.ZERO)).isEmpty();
        assertThat(after(9, Duration.ZERO)).isEmpty();
        assertThat(after(10, Duration.ZERO)).contains(START);
        assertThat(after(19, Duration.ZERO)).contains(START.plus(Duration.ofMinutes(9)));
    }

    @Test
    void aClockThatIsSetForwardMakesNothingSilent() {
        after(0, Duration.ZERO);
        after(9, HOUR);

        assertThat(after(10, HOUR)).contains(START);
    }

    @Test
    void aClockThatIsSetBackMakesNothingSilent() {
        after(0, Duration.ZERO);
        after(9, HOUR.negated());

        assertThat(after(10, HOUR.negated())).contains(START.minus(HOUR));
    }

    private Optional<Instant> after(int minutes, Duration set) {
        Duration passed = Duration.ofMinutes(minutes);
        return silence.before(START.plus(passed).plus(set), passed.toNanos());
    }
}
