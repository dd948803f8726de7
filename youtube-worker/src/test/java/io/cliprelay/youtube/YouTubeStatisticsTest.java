package io.cliprelay.youtube;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.youtube.wire.VideoCounts;

import static org.assertj.core.api.Assertions.assertThat;

class YouTubeStatisticsTest {

    @Test
    void whatTheOwnerHidesIsEmptyAndNotZero() {
        assertThat(of("{\"items\":[{\"id\":\"abc\",\"statistics\":{\"viewCount\":\"12\",\"favoriteCount\":\"0\"}}]}"))
                .isEqualTo(
                        new Statistics.Counts(Optional.of(12L), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aVideoThatIsNotListedIsGone() {
        assertThat(of("{\"items\":[]}")).isInstanceOf(Statistics.Missing.class);
        assertThat(of("{\"items\":[{\"id\":\"another\",\"statistics\":{\"viewCount\":\"12\"}}]}"))
                .isInstanceOf(Statistics.Missing.class);
    }

    @Test
    void aVideoWithoutStatisticsIsNotAskedForAgain() {
        assertThat(of("{\"items\":[{\"id\":\"abc\"}]}")).isInstanceOf(Statistics.Untold.class);
    }

    private static Statistics of(String answer) {
        return YouTubeStatistics.of(EventJson.decode(answer, VideoCounts.class), "abc");
    }
}
