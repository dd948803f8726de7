package io.cliprelay.analytics.tally;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SummaryTest {

    @Test
    void totalsAreTheSumsOverThePlatforms() {
        Summary summary = Summary.of(List.of(figures("tiktok", 5, 3, 1), figures("youtube", 2, 2, 0)));

        assertThat(summary.uploads()).isEqualTo(7);
        assertThat(summary.published()).isEqualTo(5);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.successRate()).contains(5.0 / 6);
    }

    @Test
    void theSuccessRateLeavesOutWhatIsStillOnItsWay() {
        assertThat(counts(9, 3, 1).successRate()).contains(0.75);
    }

    @Test
    void thereIsNoSuccessRateBeforeTheFirstEnd() {
        assertThat(counts(9, 0, 0).successRate()).isEmpty();
    }

    @Test
    void lessThanNothingIsAnError() {
        assertThatThrownBy(() -> counts(1, -1, 1)).hasMessageContaining("-1 published");
    }

    private static Counts counts(long uploads, long published, long failed) {
        return new Counts(uploads, published, 0, failed, 0, Optional.empty());
    }

    private static Figures figures(String platform, long uploads, long published, long failed) {
        Group group = new Group(Optional.of(platform), Optional.empty(), Optional.empty());
        return Figures.of(group, counts(uploads, published, failed), Optional.empty(), List.of(), Reception.NONE);
    }
}
