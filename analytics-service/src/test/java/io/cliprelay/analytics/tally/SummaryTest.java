package io.cliprelay.analytics.tally;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SummaryTest {

    private static final Reception UNTOLD =
            new Reception(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void totalsAreTheSumsOverThePlatforms() {
        Summary summary = Summary.of(
                List.of(new PlatformTally("tiktok", 5, 3, 1, UNTOLD), new PlatformTally("youtube", 2, 2, 0, UNTOLD)));

        assertThat(summary.uploads()).isEqualTo(7);
        assertThat(summary.published()).isEqualTo(5);
        assertThat(summary.failed()).isEqualTo(1);
    }

    @Test
    void theSuccessRateLeavesOutWhatIsStillOnItsWay() {
        assertThat(new PlatformTally("youtube", 9, 3, 1, UNTOLD).successRate()).contains(0.75);
    }

    @Test
    void thereIsNoSuccessRateBeforeTheFirstEnd() {
        assertThat(new PlatformTally("youtube", 9, 0, 0, UNTOLD).successRate()).isEmpty();
    }

    @Test
    void moreEndsThanUploadsAreAnError() {
        assertThatThrownBy(() -> new PlatformTally("youtube", 1, 1, 1, UNTOLD)).hasMessageContaining("youtube");
    }
}
