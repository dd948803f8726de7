package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.UploadException;

import static io.cliprelay.worker.upload.Stored.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class NextStepTest {

    private static final UploadFailure.Reason REASON = new UploadFailure.Reason("paper.torn", "torn", "another sheet");
    private static final UploadFailure PASSING = new UploadFailure.Transient(REASON);
    private static final UploadFailure REJECTED = new UploadFailure.ContentRejected(REASON);

    @Test
    void whatHadNoEffectIsGivenBack() {
        assertThat(after(UploadException.refused(PASSING), Stored.at(Step.TRANSFER)))
                .isEqualTo(new NextStep.GiveBack(PASSING));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"TRANSFER", "PREPARE"})
    void anIntentThatStandsIsAQuestionWhateverFailedAfterIt(Step step) {
        StoredUpload intended = Stored.at(step, Optional.of(NOW), 0, Optional.empty());

        assertThat(after(UploadException.refused(REJECTED), intended))
                .isEqualTo(new NextStep.Judged(REJECTED, NOW.plusSeconds(1)));
        assertThat(after(UploadException.refused(PASSING), intended))
                .isEqualTo(new NextStep.Reconcile(PASSING, NOW.plusSeconds(1)));
        assertThat(after(UploadException.withheld(PASSING), intended)).isInstanceOf(NextStep.Postpone.class);
    }

    @Test
    void whatMayHaveHadAnEffectWithoutAnIntentPublishedNothingAndIsGivenBack() {
        assertThat(after(unclear(PASSING), Stored.at(Step.TRANSFER))).isEqualTo(new NextStep.GiveBack(PASSING));
    }

    @Test
    void whatMayHavePublishedIsLookedUp() {
        StoredUpload intended = Stored.at(Step.TRANSFER, Optional.of(NOW), 0, Optional.empty());

        assertThat(after(unclear(PASSING), intended)).isEqualTo(new NextStep.Reconcile(PASSING, NOW.plusSeconds(1)));
    }

    @Test
    void noFailureOfALookPassesForItsAnswer() {
        StoredUpload unclear = Stored.at(Step.RECONCILE, Optional.of(NOW), 1, Optional.of(NOW));

        assertThat(after(UploadException.refused(REJECTED), unclear))
                .isEqualTo(new NextStep.Reconcile(REJECTED, NOW.plusSeconds(2)));
    }

    @Test
    void aPostThatIsThereIsAskedForAgain() {
        assertThat(after(UploadException.refused(PASSING), Stored.at(Step.INSPECT)))
                .isEqualTo(new NextStep.LookAgain(NOW.plusSeconds(1)));
    }

    @Test
    void aPostThatCannotBeAskedForIsInDoubt() {
        UploadFailure revoked = new UploadFailure.Auth(REASON);

        assertThat(after(UploadException.refused(revoked), Stored.at(Step.INSPECT)))
                .isEqualTo(new NextStep.Doubt(revoked, NOW.plusSeconds(1)));
        assertThat(after(
                        UploadException.refused(PASSING),
                        Stored.at(Step.INSPECT, Optional.empty(), 12, Optional.empty())))
                .isEqualTo(new NextStep.Doubt(PASSING, NOW.plusSeconds(60)));
    }

    @Test
    void whatIsLeftToDoIsTriedSoOftenAndThenLeft() {
        StoredUpload last = Stored.at(Step.FOLLOW_UP, Optional.empty(), NextStep.FOLLOW_UPS, Optional.of(NOW));

        assertThat(after(UploadException.refused(PASSING), Stored.at(Step.FOLLOW_UP)))
                .isInstanceOf(NextStep.LookAgain.class);
        assertThat(after(UploadException.refused(PASSING), last)).isEqualTo(new NextStep.LeaveUndone());
        assertThat(after(UploadException.refused(REJECTED), Stored.at(Step.FOLLOW_UP)))
                .isEqualTo(new NextStep.LeaveUndone());
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"INSPECT", "FOLLOW_UP", "RECONCILE"})
    void thePlatformIsNotAskedBeforeItWants(Step step) {
        Instant wanted = NOW.plus(Duration.ofHours(3));
        UploadException limited = UploadException.refused(new UploadFailure.RateLimited(REASON, Optional.of(wanted)));
        UploadException exhausted = UploadException.refused(new UploadFailure.QuotaExhausted(REASON, wanted));

        assertThat(at(after(limited, Stored.at(step)))).isEqualTo(wanted);
        assertThat(at(after(exhausted, Stored.at(step)))).isEqualTo(wanted);
    }

    @Test
    void aLookThatMayNotBeMadeNowIsPutOffAndProvesNothing() {
        StoredUpload unclear = Stored.at(Step.RECONCILE, Optional.of(NOW), 0, Optional.empty());
        UploadFailure limited = new UploadFailure.RateLimited(REASON, Optional.of(NOW.plusMillis(1)));
        UploadFailure auth = new UploadFailure.Auth(REASON);

        assertThat(after(UploadException.withheld(limited), unclear))
                .isEqualTo(new NextStep.Postpone(limited, NOW.plusMillis(1)));
        assertThat(after(UploadException.withheld(auth), unclear))
                .isEqualTo(new NextStep.Postpone(auth, NOW.plusSeconds(60)));
    }

    @Test
    void aPostInPreparationWaitsForAMomentAndIsGivenBackForLonger() {
        UploadFailure limited = new UploadFailure.RateLimited(REASON, Optional.of(NOW.plusSeconds(30)));
        UploadFailure exhausted = new UploadFailure.QuotaExhausted(REASON, NOW.plusSeconds(30));

        assertThat(after(UploadException.withheld(limited), Stored.at(Step.PREPARE)))
                .isEqualTo(new NextStep.LookAgain(NOW.plusSeconds(30)));
        assertThat(after(UploadException.withheld(exhausted), Stored.at(Step.PREPARE)))
                .isEqualTo(new NextStep.GiveBack(exhausted));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 32", "6, 60", "1000, 60"})
    void pausesDoubleUpToTheLongest(int looks, int seconds) {
        assertThat(NextStep.pause(looks, Stored.Asking.CALMLY)).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static Instant at(NextStep step) {
        return switch (step) {
            case NextStep.Reconcile reconcile -> reconcile.at();
            case NextStep.Judged judged -> judged.at();
            case NextStep.Postpone postponed -> postponed.at();
            case NextStep.LookAgain again -> again.at();
            case NextStep.Doubt doubt -> doubt.at();
            case NextStep.GiveBack back -> Instant.MIN;
            case NextStep.LeaveUndone undone -> Instant.MIN;
        };
    }

    private static NextStep after(UploadException failure, StoredUpload upload) {
        return NextStep.after(failure, upload, Stored.Asking.CALMLY, NOW);
    }

    private static UploadException unclear(UploadFailure failure) {
        return UploadException.unclear(failure, null);
    }
}
