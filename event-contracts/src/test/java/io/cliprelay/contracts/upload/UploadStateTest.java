package io.cliprelay.contracts.upload;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.cliprelay.contracts.upload.UploadState.CANCELLED;
import static io.cliprelay.contracts.upload.UploadState.DRAFTED;
import static io.cliprelay.contracts.upload.UploadState.FAILED;
import static io.cliprelay.contracts.upload.UploadState.HELD;
import static io.cliprelay.contracts.upload.UploadState.PROCESSING;
import static io.cliprelay.contracts.upload.UploadState.PUBLISHED;
import static io.cliprelay.contracts.upload.UploadState.QUEUED;
import static io.cliprelay.contracts.upload.UploadState.RETRY_WAIT;
import static io.cliprelay.contracts.upload.UploadState.SCHEDULED;
import static io.cliprelay.contracts.upload.UploadState.UNCONFIRMED;
import static io.cliprelay.contracts.upload.UploadState.UPLOADING;
import static org.assertj.core.api.Assertions.assertThat;

class UploadStateTest {

    private static final Map<UploadState, Set<UploadState>> TABLE = Map.ofEntries(
            Map.entry(SCHEDULED, Set.of(SCHEDULED, QUEUED, HELD, CANCELLED)),
            Map.entry(QUEUED, Set.of(UPLOADING, RETRY_WAIT, HELD, FAILED, CANCELLED)),
            Map.entry(UPLOADING, Set.of(PROCESSING, UNCONFIRMED, RETRY_WAIT, HELD, FAILED, CANCELLED)),
            Map.entry(PROCESSING, Set.of(PUBLISHED, DRAFTED, UNCONFIRMED, RETRY_WAIT, HELD, FAILED)),
            Map.entry(UNCONFIRMED, Set.of(UPLOADING, PROCESSING, PUBLISHED, RETRY_WAIT, HELD, FAILED)),
            Map.entry(RETRY_WAIT, Set.of(RETRY_WAIT, QUEUED, HELD, FAILED, CANCELLED)),
            Map.entry(HELD, Set.of(SCHEDULED, RETRY_WAIT, QUEUED, FAILED, CANCELLED)),
            Map.entry(PUBLISHED, Set.of()),
            Map.entry(DRAFTED, Set.of()),
            Map.entry(FAILED, Set.of()),
            Map.entry(CANCELLED, Set.of()));

    @ParameterizedTest
    @EnumSource
    void becomesJustWhatTheTableSays(UploadState state) {
        assertThat(Arrays.stream(UploadState.values()).filter(state::canBecome))
                .containsExactlyInAnyOrderElementsOf(TABLE.get(state));
    }

    @ParameterizedTest
    @EnumSource
    void isTerminalWhereNothingFollows(UploadState state) {
        assertThat(state.terminal()).isEqualTo(TABLE.get(state).isEmpty());
    }

    @Test
    void onlyThePlatformsWordOrAPersonsEndsInPublished() {
        assertThat(Arrays.stream(UploadState.values()).filter(state -> state.canBecome(PUBLISHED)))
                .containsExactlyInAnyOrder(PROCESSING, UNCONFIRMED);
    }

    @Test
    void everyStateButTheFirstIsReachedFromAnother() {
        assertThat(TABLE.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(UploadState.values());
    }
}
