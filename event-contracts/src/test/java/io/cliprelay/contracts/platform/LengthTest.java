package io.cliprelay.contracts.platform;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LengthTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, 0",
        "Holiday, 7, 7, 7",
        "Übung, 5, 5, 6",
        "日本, 2, 2, 6",
        "🏖, 1, 2, 4",
        "a🏖b, 3, 4, 6",
        // Family of three: people joined by zero-width joiners; a skin tone is a code point of its own.
        "👩‍👩‍👧, 5, 8, 18",
        "👍🏽, 2, 4, 8",
        // One character on the screen, two code points: e and a combining accent.
        "'e\u0301', 2, 2, 3",
    })
    void isCountedAsEachUnitCounts(String text, int characters, int utf16Units, int bytes) {
        assertThat(LengthUnit.CHARACTERS.lengthOf(text)).isEqualTo(characters);
        assertThat(LengthUnit.UTF_16_UNITS.lengthOf(text)).isEqualTo(utf16Units);
        assertThat(LengthUnit.BYTES.lengthOf(text)).isEqualTo(bytes);
    }

    @Test
    void tagsCountWithWhatStandsBetweenThem() {
        TagRule rule = new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>");

        assertThat(rule.totalLength(List.of())).isZero();
        assertThat(rule.totalLength(List.of("sea"))).isEqualTo(3);
        assertThat(rule.totalLength(List.of("sea", "sun"))).isEqualTo(7);
        assertThat(rule.totalLength(List.of("sea", "sun", "🏖"))).isEqualTo(9);
    }

    @Test
    void aTagWithASpaceCountsAsIfQuoted() {
        TagRule rule = new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>");

        assertThat(rule.totalLength(List.of("summer holiday"))).isEqualTo(16);
        assertThat(rule.totalLength(List.of("sea", "a b c", "sun"))).isEqualTo(3 + 1 + 7 + 1 + 3);
    }

    @Test
    void tagsAreCountedInTheRulesUnit() {
        assertThat(new TagRule(500, LengthUnit.BYTES, 2, 0, "").totalLength(List.of("🏖", "é é")))
                .isEqualTo(4 + 2 + 5);
    }
}
