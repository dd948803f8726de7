package io.cliprelay.tiktok;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoredRangeTest {

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-1000/5000", "bytes 0-999/5000", " bytes 0-999/* "})
    void aCountAndTheLastByteMeanTheSame(String header) {
        assertThat(StoredRange.proves(Optional.of(header), 1000)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-998/5000", "bytes 0-1001/5000", "bytes=0-999", "bytes 500-999/5000", "", "0-999"})
    void anythingElseProvesNothing(String header) {
        assertThat(StoredRange.proves(Optional.of(header), 1000)).isFalse();
    }

    @Test
    void noHeaderProvesNothing() {
        assertThat(StoredRange.proves(Optional.empty(), 1000)).isFalse();
    }
}
