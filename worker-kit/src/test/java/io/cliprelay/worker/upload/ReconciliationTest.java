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

    @ParameterizedTest(name = "looked {0} times before, unclear for {1}: {2}")
    @CsvSource({
        "0, PT0S, false",
        "0, PT10M, false",
        "1, PT1M59S, false",
        "1, PT2M, true",
        "5, PT1M59S, false",
        "5, PT10M, true"
    })
    void absenceIsProvedByLookingAgainAfterTheLongestLag(int looks, Duration unclearFor, boolean proved) {
        StoredUpload upload =
                Stored.at(Step.RECONCILE, Optional.of(Stored.NOW), looks, Optional.of(Stored.NOW.minus(unclearFor)));

        assertThat(Reconciliation.provedAbsent(upload, Stored.Asking.CALMLY, Stored.NOW))
                .isEqualTo(proved);
    }

    @Test
    void theFirstLookProvesNothing() {
        assertThat(Reconciliation.provedAbsent(Stored.at(Step.RECONCILE), Stored.Asking.CALMLY, Stored.NOW))
                .isFalse();
    }
}
