package io.cliprelay.gateway.access;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredKeysTest {

    private record Configured(Map<String, AccessConfig.Key> keys) implements AccessConfig {
        @Override
        public Duration bodyWithin() {
            return Duration.ofSeconds(30);
        }

        @Override
        public boolean required() {
            return false;
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    private record OneKey(String sha256, String tenant, Set<Scope> scopes) implements AccessConfig.Key {}

    @ParameterizedTest
    @CsvSource({"crk_test_abc, TEST", "crk_live_abc, LIVE", "any-text, LIVE"})
    void aKeyIsInTheModeThatItNames(String key, Mode mode) {
        assertThat(keys(key).identify(key).await().indefinitely())
                .contains(new Identity("acme", "first", mode, Set.of(Scope.READ)));
    }

    @Test
    void anotherKeyIsNobodys() {
        assertThat(keys("crk_test_abc").identify("crk_test_abd").await().indefinitely())
                .isEmpty();
    }

    private static ConfiguredKeys keys(String key) {
        return new ConfiguredKeys(
                new Configured(Map.of("first", new OneKey(Sha256.hex(key), "acme", Set.of(Scope.READ)))));
    }
}
