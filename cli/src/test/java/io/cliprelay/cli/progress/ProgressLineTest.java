package io.cliprelay.cli.progress;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadState;

import static io.cliprelay.cli.progress.ProgressFixture.LINE;
import static io.cliprelay.cli.progress.ProgressFixture.sending;
import static io.cliprelay.cli.progress.ProgressFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTest {

    @Test
    void aRunningTransferShowsPhaseBarBytesRateAndTimeLeft() {
        assertThat(LINE.of(sending(50_000_000, 200_000_000)))
                .isEqualTo("transferring [#####---------------]  25 %  50.0 MB of 200.0 MB  1.5 MB/s  1:05 left");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SCHEDULED   | scheduled, starts in 0:07
                    UPLOADING   | starting
                    PROCESSING  | sent, the platform processes it
                    PUBLISHED   | published  http://127.0.0.1:8090/watch?v=abc
                    DRAFTED     | on the platform as a draft, waits for its owner until 2026-06-02 12:00:00
                    RETRY_WAIT  | tries again at 2026-06-01 12:01:00: YouTube answered 503 (nothing to do)
                    FAILED      | failed: YouTube answered 503 (nothing to do)
                    """)
    void everyStateSaysWhatPeopleWantToKnowThen(UploadState state, String said) {
        assertThat(LINE.of(track(state))).isEqualTo(said);
    }

    @Test
    void anEmptyFileIsNoDivisionByZero() {
        assertThat(LINE.of(sending(0, 0))).contains("  0 %");
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1500,1.5 kB", "4294967296,4.3 GB"})
    void bytesAreShownInTheUnitThatFits(long count, String shown) {
        assertThat(Quantity.bytes(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S,0:00", "PT7S,0:07", "PT12M30S,12:30", "PT3H,3:00:00"})
    void timesAreShownAsAClockDoes(Duration time, String shown) {
        assertThat(Quantity.time(time)).isEqualTo(shown);
    }
}
