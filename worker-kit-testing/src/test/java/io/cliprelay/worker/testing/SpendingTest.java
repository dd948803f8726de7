package io.cliprelay.worker.testing;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpendingTest {

    private static final Meter UNITS = new Meter("units", Map.of("list", 1L, "thumbnail", 50L));

    @Test
    void callsCountByTheirPrices() {
        assertThat(UNITS.sum(Map.of("list", 3L, "thumbnail", 1L, "upload", 7L))).isEqualTo(53);
        assertThat(Meter.ofCalls("calls", "get", "post").sum(Map.of("get", 2L))).isEqualTo(2);
    }

    @Test
    void itIsWrongToCountLessThanWhatArrived() {
        assertThat(new Spending(UNITS, 2, 3).isWrong(1)).isTrue();
        assertThat(new Spending(UNITS, 3, 3).isWrong(0)).isFalse();
    }

    @Test
    void aCallThatWasInterruptedMayBeChargedInVain() {
        assertThat(new Spending(UNITS, 53, 3).isWrong(1)).isFalse();
        assertThat(new Spending(UNITS, 54, 3).isWrong(1)).isTrue();
        assertThat(new Spending(UNITS, 4, 3).isWrong(0)).isTrue();
    }
}
