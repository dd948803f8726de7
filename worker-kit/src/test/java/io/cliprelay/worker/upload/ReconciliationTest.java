package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.inbox.StoredUpload;

import static org.assertj.core.api.Assertions.assertThat;

class ReconciliationTest {

    @ParameterizedTest(name = "first not shown {0} ago: {1}")
    @CsvSource({"PT0S, false", "PT1M59S, false", "PT2M, true", "PT10M, true"})
    void absenceIsProvedByAnAnswerTheLongestLagAfterTheFirst(Duration missingFor, boolean proved) {
        StoredUpload upload =
                Stored.at(Step.RECONCILE, Optional.of(Stored.NOW), 5, Optional.of(Stored.NOW.minus(missingFor)));

        assertThat(Reconciliation.provedAbsent(upload, Stored.Asking.CALMLY, Stored.NOW))
                .isEqualTo(proved);
    }

    @Test
    void looksWithoutAnAnswerProveNothing() {
        StoredUpload upload = Stored.at(Step.RECONCILE, Optional.of(Stored.NOW), 5, Optional.empty());

        assertThat(Reconciliation.provedAbsent(upload, Stored.Asking.CALMLY, Stored.NOW))
                .isFalse();
    }
}
