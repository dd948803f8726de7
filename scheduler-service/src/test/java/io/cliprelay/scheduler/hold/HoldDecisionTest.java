package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.Clips;

import static org.assertj.core.api.Assertions.assertThat;

class HoldDecisionTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final UploadRef UPLOAD = Clips.upload();

    @Test
    void whatNothingIsInTheWayOfStaysAsItIs() {
        assertThat(HoldDecision.of(waiting(), List.of())).isEqualTo(new HoldDecision.Keep());
        assertThat(HoldDecision.of(waiting(), List.of(obstacle(Source.PLATFORM, "elsewhere", Optional.empty()))))
                .isEqualTo(new HoldDecision.Keep());
    }

    @Test
    void anObstacleHoldsWhatIsDueBeforeItsEnd() {
        Obstacle endless = account(Optional.empty());
        Obstacle longer = account(Optional.of(NOW.plusSeconds(1)));
        Obstacle shorter = account(Optional.of(NOW));

        assertThat(HoldDecision.of(waiting(), List.of(endless))).isEqualTo(new HoldDecision.HoldBy(endless.hold()));
        assertThat(HoldDecision.of(waiting(), List.of(longer))).isEqualTo(new HoldDecision.HoldBy(longer.hold()));
        assertThat(HoldDecision.of(waiting(), List.of(shorter))).isEqualTo(new HoldDecision.Keep());
    }

    @Test
    void ofSeveralObstaclesTheOneCountsThatAPersonHasToMend() {
        Obstacle platform = obstacle(Source.PLATFORM, UPLOAD.platform(), Optional.empty());
        Obstacle consent = obstacle(Source.CONSENT, UPLOAD.accountId().toString(), Optional.empty());

        assertThat(HoldDecision.of(waiting(), List.of(platform, consent)))
                .isEqualTo(new HoldDecision.HoldBy(consent.hold()));
    }

    @Test
    void theUploadThatTriesFirstIsNotHeld() {
        Obstacle tried = new Obstacle(
                Source.ACCOUNT,
                UPLOAD.accountId().toString(),
                NOW,
                Optional.empty(),
                Clips.reason(),
                Optional.of(UPLOAD.uploadId()));

        assertThat(HoldDecision.of(waiting(), List.of(tried))).isEqualTo(new HoldDecision.Keep());
        assertThat(HoldDecision.of(held(account(Optional.empty()).hold()), List.of(tried)))
                .isEqualTo(new HoldDecision.Release());
    }

    @Test
    void whatWasHeldGoesOutWhenNothingIsInTheWay() {
        assertThat(HoldDecision.of(held(account(Optional.empty()).hold()), List.of()))
                .isEqualTo(new HoldDecision.Release());
    }

    @Test
    void aPersonsPauseOutlastsAllElse() {
        WaitingJob paused =
                new WaitingJob(Clips.job(UPLOAD, UploadState.SCHEDULED, NOW), Optional.empty(), Optional.of(NOW));

        assertThat(HoldDecision.of(paused, List.of(account(Optional.empty()))))
                .isInstanceOfSatisfying(
                        HoldDecision.HoldBy.class,
                        by -> assertThat(by.hold().cause()).isEqualTo(HoldCause.PAUSED));
    }

    @Test
    void whatThePlanHoldsIsThePlansToLetGo() {
        Hold behind = new Hold(HoldCause.PREDECESSOR, NOW, Optional.empty(), Clips.reason());

        assertThat(HoldDecision.of(held(behind), List.of())).isEqualTo(new HoldDecision.Keep());
    }

    private static WaitingJob waiting() {
        return new WaitingJob(Clips.job(UPLOAD, UploadState.SCHEDULED, NOW), Optional.empty(), Optional.empty());
    }

    private static WaitingJob held(Hold by) {
        return new WaitingJob(Clips.job(UPLOAD, UploadState.HELD, NOW), Optional.of(by), Optional.empty());
    }

    private static Obstacle account(Optional<Instant> until) {
        return obstacle(Source.ACCOUNT, UPLOAD.accountId().toString(), until);
    }

    private static Obstacle obstacle(Source source, String target, Optional<Instant> until) {
        return new Obstacle(source, target, NOW, until, Clips.reason(), Optional.<UUID>empty());
    }
}
