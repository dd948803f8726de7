package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTest {

    private final Moments moments = new Moments();

    @Test
    void pausesGetLongerUpToASecond() {
        List<Long> pauses =
                Stream.generate(moments::next).limit(8).map(Duration::toMillis).toList();

        assertThat(pauses).containsExactly(20L, 40L, 80L, 160L, 320L, 640L, 1000L, 1000L);
    }

    @Test
    void whenSomethingWasTakenTheyAreShortAgain() {
        moments.next();
        moments.next();

        moments.over();

        assertThat(moments.next()).hasMillis(20);
    }
}
