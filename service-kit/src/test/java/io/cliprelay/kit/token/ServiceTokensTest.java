package io.cliprelay.kit.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String KEY = random();
    private static final String OTHER = random();

    @TempDir
    Path folder;

    @Test
    void aTokenHoldsForItsService() {
        String token = tokens(KEY, NOW).mint("scheduler");

        assertThat(tokens(KEY, NOW).holds(token, "scheduler")).isTrue();
        assertThat(tokens(KEY, NOW).holds(token, "analytics")).isFalse();
    }

    @Test
    void aTokenIsOverAfterAMinuteButForWhatClocksMayDiffer() {
        String token = tokens(KEY, NOW).mint("scheduler");

        assertThat(tokens(KEY, NOW.plusSeconds(60)).holds(token, "scheduler")).isTrue();
        assertThat(tokens(KEY, NOW.plusSeconds(71)).holds(token, "scheduler")).isFalse();
        assertThat(tokens(KEY, NOW.minusSeconds(9)).holds(token, "scheduler")).isTrue();
        assertThat(tokens(KEY, NOW.minusSeconds(11)).holds(token, "scheduler")).isFalse();
    }

    @Test
    void aTokenOfAnotherKeyDoesNotHold() {
        assertThat(tokens(OTHER, NOW).holds(tokens(KEY, NOW).mint("scheduler"), "scheduler"))
                .isFalse();
    }

    @Test
    void whileKeysAreExchangedBothAreBelieved() {
        ServiceTokens both = tokens(KEY + "\n" + OTHER, NOW);

        assertThat(both.holds(tokens(KEY, NOW).mint("scheduler"), "scheduler")).isTrue();
        assertThat(both.holds(tokens(OTHER, NOW).mint("scheduler"), "scheduler"))
                .isTrue();
        assertThat(tokens(OTHER, NOW).holds(both.mint("scheduler"), "scheduler"))
                .as("the newest signs")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b.c",
                // No algorithm: {"alg":"none"} {"iss":"cliprelay-gateway","aud":"scheduler","exp":4102444800}
                "eyJhbGciOiJub25lIn0.eyJpc3MiOiJjbGlwcmVsYXktZ2F0ZXdheSIsImF1ZCI6InNjaGVkdWxlciIsImV4cCI6NDEwMjQ0NDgwMH0."
            })
    void whatIsNoTokenDoesNotHold(String token) {
        assertThat(tokens(KEY, NOW).holds(token, "scheduler")).isFalse();
    }

    @Test
    void keysComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), KEY + "\n");
        ServiceTokens fromFile = new ServiceTokens(new Keys(Optional.of(file), Optional.empty()), () -> NOW);

        assertThat(tokens(KEY, NOW).holds(fromFile.mint("scheduler"), "scheduler"))
                .isTrue();
    }

    @Test
    void withoutAUsableKeyItIsSaidWhatToDo() {
        assertThatThrownBy(() -> new ServiceTokens(new Keys(Optional.empty(), Optional.empty()), () -> NOW))
                .hasMessageContaining("CLIPRELAY_SERVICE_KEYS_FILE");
        assertThatThrownBy(() -> tokens("c2hvcnQ=", NOW))
                .hasMessageContaining("32 bytes")
                .hasNoCause();
    }

    private static ServiceTokens tokens(String keys, Instant now) {
        return new ServiceTokens(new Keys(Optional.empty(), Optional.of(keys)), () -> now);
    }

    private static String random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private record Keys(Optional<Path> file, Optional<String> value) implements ServiceKeysConfig {
        @Override
        public Duration lifetime() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Optional<String> audience() {
            return Optional.empty();
        }
    }
}
