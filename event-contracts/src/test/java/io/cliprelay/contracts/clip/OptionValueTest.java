package io.cliprelay.contracts.clip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.UnreadableEventException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionValueTest {

    @Test
    void isATextOrTrueOrFalseWithoutQuotes() {
        assertThat(read("{\"truncate\": true, \"auto-publish\": false, \"language\": \"en\"}")
                        .targets()
                        .getFirst()
                        .options())
                .containsEntry("truncate", "true")
                .containsEntry("auto-publish", "false")
                .containsEntry("language", "en")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "null", "[]", "{}"})
    void isNothingElse(String value) {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> read("{\"truncate\": %s}".formatted(value)))
                .withMessageContaining("ClipSubmission");
    }

    private static ClipSubmission read(String options) {
        return EventJson.decode("{\"targets\": [{\"options\": %s}]}".formatted(options), ClipSubmission.class);
    }
}
