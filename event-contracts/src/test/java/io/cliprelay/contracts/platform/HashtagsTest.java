package io.cliprelay.contracts.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HashtagsTest {

    @ParameterizedTest
    @CsvSource({
        "sun, sun",
        "#sun, sun",
        "' # sun ', sun",
        "summer holiday, SummerHoliday",
        "sea-side & co., SeaSideCo",
        "don't stop, DontStop",
        "new_york, new_york",
        "4k, 4k",
        "été, été",
        // A combining accent becomes the letter it makes.
        "'e\u0301te', éte",
        "日本 東京, 日本東京",
        "हिन्दी, हिन्दी",
        "ǆ x, ǅX",
        "☀️ sun, sun",
        "sun🏖sea, SunSea",
        "'', ''",
        "###, ''",
        "___, ''",
        "👩‍👩‍👧, ''",
    })
    void areWhatIsValidOfATag(String tag, String word) {
        assertThat(String.join("", of(HashtagRule.plain(), tag))).isEqualTo(word);
    }

    @Test
    void areThereOnceWhateverTheirCaseAndTheFirstStays() {
        assertThat(of(HashtagRule.plain(), "Sun", "sea", "#SUN", "straße", "STRASSE", "se\u0301a", "séa"))
                .containsExactly("Sun", "sea", "straße", "séa");
    }

    @Test
    void areNotThereWhereTheyAreTaken() {
        assertThat(Hashtags.of(List.of("Sun", "sea"), HashtagRule.plain(), Stream.of("#sun")))
                .containsExactly("sea");
    }

    @Test
    void holdOnlyWhatTheirRuleLets() {
        HashtagRule strict = new HashtagRule("#{tag}", Optional.empty(), "", true);
        HashtagRule loose = new HashtagRule("#{tag}", Optional.empty(), "-]", true);

        assertThat(of(strict, "new_york")).containsExactly("NewYork");
        assertThat(of(loose, "a-b]_c")).containsExactly("A-b]C");
    }

    @Test
    void needAPlaceInTheirTemplate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashtagRule("#", Optional.empty(), "", true))
                .withMessageContaining("{tag}");
    }

    private static List<String> of(HashtagRule rule, String... tags) {
        return Hashtags.of(List.of(tags), rule, Stream.of());
    }
}
