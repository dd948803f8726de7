package io.cliprelay.gateway.deadletter;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.schedule.Explanation;

import static org.assertj.core.api.Assertions.assertThat;

class ReconciliationTest {

    private static final UUID UPLOAD = UUID.randomUUID();
    private static final String COMMAND = "{\"upload\":{\"uploadId\":\"" + UPLOAD + "\"},\"attempt\":2}";

    @ParameterizedTest
    @ValueSource(strings = {"clip-intake", "clip-events", "upload-events", "post-events"})
    void eventsMayComeAgain(String topic) {
        assertThat(Reconciliation.of(letter(topic, "{}"))).isEqualTo(new Reconciliation.Sound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform-catalog", "account-events", "upload-progress", "clip-intake-replies"})
    void whatIsToldAnewIsNotTakenBack(String topic) {
        assertThat(Reconciliation.of(letter(topic, "{}"))).isInstanceOf(Reconciliation.Refused.class);
    }

    @Test
    void whatIsNotWholeIsNotSent() {
        assertThat(Reconciliation.of(letter("clip-intake", null))).isInstanceOf(Reconciliation.Refused.class);
        Letter cut = new Letter(
                new LetterId("clip-events", 0, 1),
                Instant.EPOCH,
                Optional.empty(),
                Map.of("cliprelay-dlq-size", "2000000"),
                Optional.of("{\"beg"));
        assertThat(Reconciliation.of(cut)).isInstanceOf(Reconciliation.Refused.class);
    }

    @Test
    void aCommandIsWhatTheSchedulerIsAskedAbout() {
        assertThat(Reconciliation.of(letter("platform-upload.youtube", COMMAND)))
                .isEqualTo(new Reconciliation.AskAbout(UPLOAD, 2, false));
        assertThat(Reconciliation.of(letter("platform-upload.youtube", "{ no JSON")))
                .isInstanceOf(Reconciliation.Refused.class);
        assertThat(Reconciliation.of(letter("platform-upload.youtube", "{}")))
                .isInstanceOf(Reconciliation.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(value = UploadState.class, mode = EnumSource.Mode.EXCLUDE, names = "QUEUED")
    void aCommandIsNotSentWhereItIsNotWaitedFor(UploadState state) {
        assertThat(new Reconciliation.AskAbout(UPLOAD, 2, false).with(at(state, 2)))
                .isInstanceOf(Reconciliation.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false"})
    void aCommandIsSentWhereItsAttemptIsWaitedFor(int attempt, boolean sent) {
        assertThat(new Reconciliation.AskAbout(UPLOAD, 2, false).with(at(UploadState.QUEUED, attempt)))
                .isInstanceOf(sent ? Reconciliation.Sound.class : Reconciliation.Refused.class);
    }

    @Test
    void aSettlementIsSentWhileItsAttemptIsUnconfirmed() {
        Reconciliation.AskAbout settlement = new Reconciliation.AskAbout(UPLOAD, 2, true);

        assertThat(settlement.with(at(UploadState.UNCONFIRMED, 2))).isEqualTo(new Reconciliation.Sound());
        assertThat(settlement.with(at(UploadState.UNCONFIRMED, 3))).isInstanceOf(Reconciliation.Refused.class);
        assertThat(settlement.with(at(UploadState.PUBLISHED, 2))).isInstanceOf(Reconciliation.Refused.class);
    }

    private static Explanation at(UploadState state, int attempt) {
        return new Explanation(
                UPLOAD,
                state,
                attempt,
                new UploadFailure.Reason("c", "m", "f"),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    private static Letter letter(String topic, String value) {
        return new Letter(
                new LetterId(topic, 0, 1),
                Instant.EPOCH,
                Optional.of("k"),
                new HashMap<>(),
                Optional.ofNullable(value));
    }
}
