package io.cliprelay.youtube;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadedRangeTest {

    @Test
    void noHeaderMeansNoBytes() {
        assertThat(UploadedRange.bytes(Optional.empty())).contains(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-262143", "0-262143", " bytes=0-262143 "})
    void theBoundIsInclusive(String header) {
        assertThat(UploadedRange.bytes(Optional.of(header))).contains(262_144L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes", "bytes=1-5", "bytes=0-", "bytes=0--1", "bytes=0-99999999999999999999"})
    void whatIsNoRangeSaysNothing(String header) {
        assertThat(UploadedRange.bytes(Optional.of(header))).isEmpty();
    }
}
