package io.cliprelay.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicationTimeTest {

    private final PublicationTime times = new PublicationTime(
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "+30s, 2026-06-01T12:00:30Z",
        "+10m, 2026-06-01T12:10:00Z",
        "+2h, 2026-06-01T14:00:00Z",
        "+1d, 2026-06-02T12:00:00Z",
        "2026-12-01T18:00:00Z, 2026-12-01T18:00:00Z",
        "2026-12-01T18:00:00+02:00, 2026-12-01T16:00:00Z",
        "2026-12-01T18:00, 2026-12-01T17:00:00Z",
        "2026-07-01T18:00:30, 2026-07-01T16:00:30Z"
    })
    void isAnInstantATimeFromNowOrALocalTime(String given, Instant meant) {
        assertThat(times.convert(given)).isEqualTo(meant);
    }

    @Test
    void anythingElseIsAnsweredWithWhatIsPossible() {
        assertThatThrownBy(() -> times.convert("tomorrow"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'tomorrow'")
                .hasMessageContaining("+30s");
    }
}
