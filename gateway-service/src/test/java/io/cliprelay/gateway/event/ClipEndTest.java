package io.cliprelay.gateway.event;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;

class ClipEndTest {

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED,                    PUBLISHED",
        "PUBLISHED DRAFTED,            PUBLISHED",
        "CANCELLED CANCELLED,          CANCELLED",
        "PUBLISHED CANCELLED,          PARTLY_PUBLISHED",
        "PUBLISHED CANCELLED FAILED,   FAILED",
        "FAILED CANCELLED,             FAILED",
    })
    void aClipEndsWhenAllOfItDoes(String states, ClipEnd end) {
        assertThat(ClipEnd.of(states(states))).contains(end);
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULED", "PUBLISHED UPLOADING", "FAILED RETRY_WAIT", "CANCELLED UNCONFIRMED"})
    void itIsNotOverWhileAnythingMoves(String states) {
        assertThat(ClipEnd.of(states(states))).isEmpty();
    }

    @Test
    void onlyAnEndTellsOfOne() {
        assertThat(ClipEnd.isTold("clip.published")).isTrue();
        assertThat(ClipEnd.isTold("clip.partly-published")).isTrue();
        assertThat(ClipEnd.isTold("upload.published")).isFalse();
        assertThat(ClipEnd.isTold("clip.submitted")).isFalse();
    }

    private static List<UploadState> states(String text) {
        return Arrays.stream(text.strip().split(" ")).map(UploadState::valueOf).toList();
    }
}
