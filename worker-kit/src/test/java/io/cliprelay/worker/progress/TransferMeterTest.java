package io.cliprelay.worker.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadPhase;

import static org.assertj.core.api.Assertions.assertThat;

class TransferMeterTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final TransferMeter meter = new TransferMeter(10_000);

    @Test
    void aNewPhaseIsToldAtOnceAndWithoutARate() {
        TransferMeter.Reading reading =
                meter.enter(UploadPhase.TRANSFERRING, 0, START).orElseThrow();

        assertThat(reading)
                .isEqualTo(new TransferMeter.Reading(UploadPhase.TRANSFERRING, 0, 10_000, 0, Optional.empty()));
    }

    @Test
    void theSamePhaseIsNotToldAgain() {
        meter.enter(UploadPhase.TRANSFERRING, 0, START);

        assertThat(meter.enter(UploadPhase.TRANSFERRING, 100, START)).isEmpty();
    }

    @Test
    void bytesAreToldAtMostTwiceASecond() {
        meter.enter(UploadPhase.TRANSFERRING, 0, START);

        long told = IntStream.rangeClosed(1, 2_000)
                .filter(n -> meter.add(1, START.plusMillis(n)).isPresent())
                .count();

        assertThat(told).isEqualTo(4);
    }

    @Test
    void theTimeLeftFollowsFromTheRateSinceTheLastReadingRoundedUp() {
        meter.enter(UploadPhase.TRANSFERRING, 0, START);

        TransferMeter.Reading reading = meter.add(1_500, START.plusMillis(500)).orElseThrow();

        assertThat(reading.bytesSent()).isEqualTo(1_500);
        assertThat(reading.bytesPerSecond()).isEqualTo(3_000);
        assertThat(reading.secondsLeft()).contains(3L);
    }

    @Test
    void whereNothingFlowsNoTimeIsPromised() {
        meter.enter(UploadPhase.TRANSFERRING, 0, START);

        assertThat(meter.add(0, START.plusSeconds(1)).orElseThrow().secondsLeft())
                .isEmpty();
    }

    @Test
    void bytesThatThePlatformHasAlreadyAreNoPartOfTheRate() {
        meter.enter(UploadPhase.TRANSFERRING, 0, START);
        meter.enter(UploadPhase.TRANSFERRING, 5_000, START);

        TransferMeter.Reading reading = meter.add(1_000, START.plusSeconds(1)).orElseThrow();

        assertThat(reading.bytesSent()).isEqualTo(6_000);
        assertThat(reading.bytesPerSecond()).isEqualTo(1_000);
    }
}
