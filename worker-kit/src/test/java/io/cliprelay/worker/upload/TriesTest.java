package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;

class TriesTest {

    private static final UploadException PASSING =
            UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason("paper.jam", "jam", "wait")));

    @Test
    void renewsATokenAtOnceAndThenFourTimesAtMostWithGrowingPauses() {
        Stream<Tries> renewing = Stream.iterate(Tries.NONE, Tries::renewed).takeWhile(Tries::mayRenew);

        assertThat(renewing.map(Tries::pauseBeforeRenewal).map(Duration::toMillis))
                .containsExactly(0L, 200L, 400L, 800L);
    }

    @Test
    void triesAgainThreeTimesWhateverTokensWereRenewed() {
        Stream<Tries> trying = Stream.iterate(Tries.NONE.renewed().renewed(), tries -> tries.next(PASSING))
                .takeWhile(Tries::mayTry);

        assertThat(trying.map(Tries::pause).map(Duration::toMillis)).containsExactly(200L, 400L, 800L);
    }

    @Test
    void keepsTheLastSetbackOnceNoMoreIsTried() {
        Tries spent = Tries.NONE.next(PASSING).next(PASSING).next(PASSING);

        assertThat(Tries.NONE.next(PASSING).lastSetback()).isEmpty();
        assertThat(spent.lastSetback()).contains(PASSING);
        assertThat(spent.mayRenew()).isTrue();
    }
}
