package io.cliprelay.sandbox.gallery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-99 | Part[first=0, last=99]",
                "bytes=10- | Part[first=10, last=999]",
                "bytes=990-2000 | Part[first=990, last=999]",
                "bytes=-10 | Part[first=990, last=999]",
                "bytes=-5000 | Part[first=0, last=999]",
                "bytes=1000- | Unsatisfiable[]",
                "bytes=-0 | Unsatisfiable[]",
                "bytes=9-5 | Whole[]",
                "bytes=- | Whole[]",
                "bytes=0-1,5-6 | Whole[]",
                "lines=0-1 | Whole[]",
                " | Whole[]"
            })
    void aRangeIsReadAsTheStandardSays(String header, String range) {
        assertThat(ByteRange.of(header, 1000)).hasToString(range);
    }
}
