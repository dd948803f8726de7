package io.cliprelay.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        Percentiles hundred = new Percentiles(
                IntStream.rangeClosed(1, 100).mapToObj(n -> (double) n).toList());

        assertThat(hundred.at(50)).isEqualTo(50);
        assertThat(hundred.at(99)).isEqualTo(99);
        assertThat(hundred.at(100)).isEqualTo(100);
    }

    @Test
    void ofOneValueIsThatValue() {
        assertThat(new Percentiles(List.of(7.0)).at(1)).isEqualTo(7);
    }
}
