package io.cliprelay.sandbox.linkedin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LittleTextTest {

    @Test
    void escapedCharactersStandForThemselves() {
        assertThat(LittleText.shown("a \\(b\\) \\\\ \\# \\_ c")).isEqualTo("a (b) \\ # _ c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "|", "{", "}", "[", "]", "<", ">", "@", "*", "_", "~", "\\"})
    void anUnescapedReservedCharacterEndsTheText(String reserved) {
        assertThat(LittleText.shown("Kept " + reserved + " lost")).isEqualTo("Kept ");
    }

    @Test
    void hashtagsByTemplateAndPlainAreShown() {
        assertThat(LittleText.shown("{hashtag|\\#|one} #two")).isEqualTo("#one #two");
    }

    @Test
    void aMentionShowsItsName() {
        assertThat(LittleText.shown("By @[Example](urn:li:organization:123).")).isEqualTo("By Example.");
    }
}
