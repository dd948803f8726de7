package io.cliprelay.analytics.tally;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

class SpreadTest {

    @Test
    void percentilesAreWithinFivePercentAndTheAverageIsExact() {
        Map<Integer, Long> classes = LongStream.rangeClosed(1, 1000)
                .boxed()
                .collect(Collectors.groupingBy(second -> LogScale.classOf(second * 1000.0), Collectors.counting()));

        Spread spread = Spread.of(classes, 500_500_000).orElseThrow();

        assertThat(spread.uploads()).isEqualTo(1000);
        assertThat(spread.average()).isEqualTo(500.5);
        assertThat(spread.p50()).isCloseTo(500, withinPercentage(6));
        assertThat(spread.p90()).isCloseTo(900, withinPercentage(6));
        assertThat(spread.p99()).isCloseTo(990, withinPercentage(6));
    }

    @Test
    void nothingHasNoSpread() {
        assertThat(Spread.of(Map.of(), 0)).isEmpty();
        assertThat(Spread.of(Map.of(40, 0L), 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 1000, 59_999, 86_400_000})
    void theMiddleOfAClassIsWithinFivePercentOfWhatIsInIt(double millis) {
        assertThat(LogScale.middle(LogScale.classOf(millis))).isCloseTo(millis, withinPercentage(5));
    }
}
