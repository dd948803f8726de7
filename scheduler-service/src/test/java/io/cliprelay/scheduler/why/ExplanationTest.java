package io.cliprelay.scheduler.why;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.hold.WaitingJob;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, waits.time",
        "RETRY_WAIT, waits.retry",
        "HELD, held.account",
        "QUEUED, waits.worker",
        "UPLOADING, waits.upload",
        "PROCESSING, waits.platform",
        "UNCONFIRMED, waits.lookup",
        "PUBLISHED, over.published",
        "DRAFTED, over.drafted",
        "FAILED, over.failed",
        "CANCELLED, over.cancelled"
    })
    void eachStateHasACodeASentenceAndAWayOut(UploadState state, String code) {
        Explanation told = Explanation.of(job(state, LATER), NOW);

        assertThat(told.waitsFor().code()).isEqualTo(code);
        assertThat(told.waitsFor().message()).isNotBlank();
        assertThat(told.waitsFor().fix()).isNotBlank();
        assertThat(told.state()).isEqualTo(state);
    }

    @Test
    void whatWaitsForItsTimeIsToldUntilWhen() {
        assertThat(Explanation.of(job(UploadState.SCHEDULED, LATER), NOW).until())
                .contains(LATER);
        assertThat(Explanation.of(job(UploadState.QUEUED, LATER), NOW).until()).isEmpty();
    }

    @Test
    void whatIsDueWaitsForItsTurn() {
        Explanation told = Explanation.of(job(UploadState.SCHEDULED, NOW), NOW);

        assertThat(told.waitsFor().code()).isEqualTo("waits.turn");
        assertThat(told.until()).isEmpty();
    }

    @Test
    void whatIsHeldIsToldSinceWhenAndUntilWhen() {
        Explanation told = Explanation.of(job(UploadState.HELD, NOW), NOW);

        assertThat(told.since()).isEqualTo(NOW.minusSeconds(5));
        assertThat(told.until()).contains(LATER);
        assertThat(told.waitsFor().fix()).isEqualTo(Clips.reason().fix());
    }

    @Test
    void whatWasMovedIsToldWhy() {
        WaitingJob moved = new WaitingJob(
                Clips.job(Clips.upload(), UploadState.SCHEDULED, LATER),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Clips.reason()));

        assertThat(Explanation.of(moved, NOW).waitsFor().message())
                .contains(LATER.toString())
                .contains(Clips.reason().message());
    }

    @Test
    void whatWasCancelledWhileItWasHeldIsToldSinceItsCancel() {
        Hold hold = new Hold(HoldCause.ACCOUNT, NOW.minusSeconds(5), Optional.of(LATER), Clips.reason());
        WaitingJob cancelled = new WaitingJob(
                Clips.job(Clips.upload(), UploadState.CANCELLED, NOW), Optional.of(hold), Optional.empty());

        assertThat(Explanation.of(cancelled, NOW).since()).isEqualTo(NOW);
    }

    private static WaitingJob job(UploadState state, Instant due) {
        Optional<Hold> hold = state == UploadState.HELD
                ? Optional.of(new Hold(HoldCause.ACCOUNT, NOW.minusSeconds(5), Optional.of(LATER), Clips.reason()))
                : Optional.empty();
        return new WaitingJob(Clips.job(Clips.upload(), state, due), hold, Optional.empty());
    }
}
