package io.cliprelay.scheduler.change;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeDecisionTest {

    @ParameterizedTest(name = "{0}: cancel {1}, pause {2}, resume {3}, revise {4}, retry {5}")
    @CsvSource(textBlock = """
                    # state,    cancel,  pause,   resume,  revise,  retry
                    SCHEDULED,   do,      do,      already, do,      already
                    RETRY_WAIT,  do,      do,      already, do,      already
                    HELD,        do,      do,      already, do,      already
                    QUEUED,      refused, refused, already, refused, already
                    UPLOADING,   refused, refused, already, refused, already
                    PROCESSING,  refused, refused, already, refused, already
                    UNCONFIRMED, refused, refused, already, refused, refused
                    PUBLISHED,   refused, refused, refused, refused, refused
                    DRAFTED,     refused, refused, refused, refused, refused
                    FAILED,      refused, refused, refused, refused, do
                    CANCELLED,   already, refused, refused, refused, refused
                    """)
    void whatAChangeMeansFollowsFromTheStateAlone(
            UploadState state, String cancel, String pause, String resume, String revise, String retry) {
        assertThat(word(ChangeDecision.cancel(state))).isEqualTo(cancel);
        assertThat(word(ChangeDecision.pause(state, false))).isEqualTo(pause);
        assertThat(word(ChangeDecision.resume(state, false))).isEqualTo(resume);
        assertThat(word(ChangeDecision.revise(state, 0))).isEqualTo(revise);
        assertThat(word(ChangeDecision.retry(state))).isEqualTo(retry);
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULED", "RETRY_WAIT", "HELD"})
    void whatIsPausedIsResumedAndNotPausedAgain(UploadState state) {
        assertThat(ChangeDecision.pause(state, true)).isEqualTo(new ChangeDecision.Already());
        assertThat(ChangeDecision.resume(state, true)).isEqualTo(new ChangeDecision.Do());
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULED", "RETRY_WAIT", "HELD"})
    void whatThePlatformMayHaveSeenStaysAsItIs(UploadState state) {
        assertThat(ChangeDecision.revise(state, 1))
                .isInstanceOfSatisfying(
                        ChangeDecision.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("upload.begun"));
    }

    private static String word(ChangeDecision decision) {
        return switch (decision) {
            case ChangeDecision.Do done -> "do";
            case ChangeDecision.Already already -> "already";
            case ChangeDecision.Refused refused -> "refused";
        };
    }
}
