package io.cliprelay.benchmarks.soak;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {

    @Test
    void isCleanWhereEachUploadHasItsPostOrItsReason() {
        Verdict verdict = Verdict.of(
                List.of(handed(1, UploadState.PUBLISHED, ""), handed(2, UploadState.FAILED, "rejected")),
                List.of(post(1, "p1", "sha1", "processed"), post(2, "p2", "sha2", "rejected")));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.published()).isEqualTo(1);
        assertThat(verdict.reasons()).containsEntry("youtube rejected", 1L);
    }

    @Test
    void countsEachPostBeyondTheFirstAsDuplicate() {
        Verdict verdict = Verdict.of(
                List.of(handed(1, UploadState.PUBLISHED, "")),
                List.of(
                        post(1, "p1", "sha1", "processed"),
                        post(1, "p2", "sha1", "processing"),
                        post(1, "p3", "sha1", "processed"),
                        post(1, "p4", "sha1", "failed")));

        assertThat(verdict.duplicates()).isEqualTo(2);
    }

    @Test
    void holdsLostWhatHasNoOutcome() {
        Verdict verdict = Verdict.of(
                List.of(
                        handed(1, UploadState.UPLOADING, ""),
                        handed(2, UploadState.FAILED, ""),
                        new Verdict.Handed("soak000003x", "youtube", "sha3", true, Optional.empty())),
                List.of());

        assertThat(verdict.lost()).isEqualTo(3);
    }

    @Test
    void countsWhatTheProductDoesNotKnowApart() {
        Verdict verdict = Verdict.of(List.of(handed(1, UploadState.UNCONFIRMED, "")), List.of());

        assertThat(verdict.unconfirmed()).isEqualTo(1);
        assertThat(verdict.findings()).hasSize(1);
        assertThat(verdict.lost()).isZero();
    }

    @Test
    void doesNotTakeOtherBytesForThePost() {
        Verdict verdict =
                Verdict.of(List.of(handed(1, UploadState.PUBLISHED, "")), List.of(post(1, "p1", "other", "processed")));

        assertThat(verdict.falselyPublished()).isEqualTo(1);
    }

    @Test
    void findsThePostOfWhatIsToldToHaveFailed() {
        Verdict verdict = Verdict.of(
                List.of(handed(1, UploadState.FAILED, "given up")), List.of(post(1, "p1", "sha1", "processed")));

        assertThat(verdict.falselyFailed()).isEqualTo(1);
        assertThat(verdict.findings()).hasSize(1);
    }

    @Test
    void asksForTheCauseOfAFailureWhereNoFaultWasForGood() {
        Verdict verdict = Verdict.of(
                List.of(
                        handed(1, false, UploadState.FAILED, "gave up"),
                        handed(2, true, UploadState.FAILED, "rejected")),
                List.of());

        assertThat(verdict.unexplained()).isEqualTo(1);
        assertThat(verdict.findings()).singleElement().asString().contains("gave up");
    }

    @Test
    void findsHowFarTwoCountsAreApart() {
        assertThat(new Totals(10, 7, 3).differenceTo(new Totals(10, 7, 3))).isZero();
        assertThat(new Totals(10, 7, 3).differenceTo(new Totals(10, 8, 1))).isEqualTo(2);
    }

    private static Verdict.Handed handed(int number, UploadState state, String reason) {
        return handed(number, true, state, reason);
    }

    private static Verdict.Handed handed(int number, boolean mayFail, UploadState state, String reason) {
        return new Verdict.Handed(
                Verdict.token(number),
                "youtube",
                "sha" + number,
                mayFail,
                Optional.of(new Verdict.Told(state, reason)));
    }

    private static Verdict.Posted post(int number, String id, String sha256, String state) {
        return new Verdict.Posted("youtube", id, "Clip " + Verdict.token(number), sha256, state);
    }
}
