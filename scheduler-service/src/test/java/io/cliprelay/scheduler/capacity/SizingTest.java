package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SizingTest {

    private static final Duration SLOT = Duration.ofSeconds(10);
    /** One upload in five seconds, on average. */
    private static final Power POWER = new Power(8, Duration.ofSeconds(40), 100e6);

    private static final Bounds BOUNDS = new Bounds(1, 20, Duration.ofSeconds(30), 1);

    @Test
    void withNothingPlannedTheLeastIsEnough() {
        Wanted wanted = Sizing.replicas(outlook(0, Load.NONE, Load.NONE, Load.NONE), POWER, BOUNDS);

        assertThat(wanted.replicas()).isEqualTo(1);
        assertThat(wanted.reason()).isEqualTo(Wanted.Reason.LEAST);
    }

    @Test
    void aPeakAheadIsPreparedForBeforeItIsThere() {
        // 80 uploads are 400 s of one replica; 10 do them within the slot and the wait.
        Wanted wanted = Sizing.replicas(outlook(0, Load.NONE, Load.NONE, new Load(80, 0)), POWER, BOUNDS);

        assertThat(wanted.replicas()).isEqualTo(10);
        assertThat(wanted.reason()).isEqualTo(Wanted.Reason.PLAN);
    }

    @Test
    void whatIsOverdueCountsFirst() {
        assertThat(Sizing.replicas(outlook(0, new Load(80, 0), Load.NONE), POWER, BOUNDS)
                        .replicas())
                .isEqualTo(10);
    }

    @Test
    void aSteadyStreamNeedsWhatItsWorkIs() {
        List<Load> steady = Collections.nCopies(60, new Load(6, 0));

        // 30 s of work in each 10 s.
        assertThat(Sizing.replicas(new Outlook(0, Load.NONE, SLOT, steady), POWER, BOUNDS)
                        .replicas())
                .isEqualTo(3);
    }

    @Test
    void largeFilesNeedMoreThanTheirNumber() {
        assertThat(Sizing.replicas(outlook(0, Load.NONE, new Load(4, 20_000_000_000L)), POWER, BOUNDS)
                        .replicas())
                .isEqualTo(5);
    }

    @Test
    void neverFewerThanHoldWhatIsUnderWay() {
        Wanted wanted = Sizing.replicas(outlook(33, Load.NONE, Load.NONE), POWER, BOUNDS);

        assertThat(wanted.replicas()).isEqualTo(5);
        assertThat(wanted.reason()).isEqualTo(Wanted.Reason.RUNNING);
    }

    @Test
    void neverMoreThanTheMost() {
        Wanted wanted = Sizing.replicas(outlook(1000, Load.NONE, new Load(100_000, 0)), POWER, BOUNDS);

        assertThat(wanted.replicas()).isEqualTo(20);
        assertThat(wanted.explanation())
                .isEqualTo("20 replicas, the most there may be: 1000 uploads under way, 0 overdue, "
                        + "100000 come due within 10 s (0 bytes known)");
    }

    @Test
    void whatIsCountedOnIsAShareOfThePower() {
        Bounds half = new Bounds(1, 20, Duration.ofSeconds(30), 0.5);

        assertThat(Sizing.replicas(outlook(0, Load.NONE, new Load(80, 0)), POWER, half)
                        .replicas())
                .isEqualTo(20);
    }

    private static Outlook outlook(long running, Load overdue, Load... planned) {
        return new Outlook(running, overdue, SLOT, List.of(planned));
    }
}
