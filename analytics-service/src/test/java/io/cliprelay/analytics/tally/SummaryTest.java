package io.cliprelay.analytics.tally;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SummaryTest {

    @Test
    void totalsAreTheSumsOverThePlatforms() {
        Summary summary =
                Summary.of(List.of(new PlatformTally("tiktok", 5, 3, 1), new PlatformTally("youtube", 2, 2, 0)));

        assertThat(summary.uploads()).isEqualTo(7);
        assertThat(summary.published()).isEqualTo(5);
        assertThat(summary.failed()).isEqualTo(1);
    }

    @Test
    void theSuccessRateLeavesOutWhatIsStillOnItsWay() {
        assertThat(new PlatformTally("youtube", 9, 3, 1).successRate()).contains(0.75);
    }

    @Test
    void thereIsNoSuccessRateBeforeTheFirstEnd() {
        assertThat(new PlatformTally("youtube", 9, 0, 0).successRate()).isEmpty();
    }

    @Test
    void moreEndsThanUploadsAreAnError() {
        assertThatThrownBy(() -> new PlatformTally("youtube", 1, 1, 1)).hasMessageContaining("youtube");
    }
}
