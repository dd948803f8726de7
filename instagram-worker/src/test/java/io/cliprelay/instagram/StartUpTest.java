package io.cliprelay.instagram;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.instagram.testing.Configured;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would fail at every upload is refused at start. */
class StartUpTest {

    @ParameterizedTest
    @CsvSource({"external-id, mine", "attributes.login, google"})
    void anAccountThatLacksSomethingIsRefusedWithWhatToSet(String setting, String value) {
        assertThatThrownBy(() -> start(Map.of("accounts.mine." + setting, value)))
                .hasMessageContaining("cliprelay.instagram.accounts.\"mine\"." + setting)
                .hasMessageContaining("set ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"facebook", "instagram"})
    void eitherLoginIsTaken(String login) {
        assertThatCode(() -> start(Map.of("accounts.mine.attributes.login", login)))
                .doesNotThrowAnyException();
    }

    @Test
    void anAccountThatNamesNoLoginIsTaken() {
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of("accounts.mine.access-token", "EAA", "accounts.mine.external-id", "17841"));
        all.putAll(settings);
        new AccountCheck().start(new StartupEvent(), Configured.with(all));
    }
}
