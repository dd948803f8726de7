package io.cliprelay.worker.account.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyRingTest {

    private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
    private static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";

    private final UUID account = UUID.randomUUID();

    @TempDir
    Path folder;

    private record Settings(Optional<Path> file, Optional<String> value) implements KeySettings {}

    @Test
    void whatIsSealedOpensAndIsSealedDifferentlyEachTime() {
        KeyRing ring = KeyRing.of(List.of(OLD));

        Sealed once = ring.seal(account, "s3cret");
        Sealed again = ring.seal(account, "s3cret");

        assertThat(ring.open(account, once))
                .isEqualTo(ring.open(account, again))
                .isEqualTo("s3cret");
        assertThat(once).isNotEqualTo(again);
    }

    @Test
    void theLastKeySealsAndAllOpen() {
        Sealed before = KeyRing.of(List.of(OLD)).seal(account, "s3cret");
        KeyRing ring = KeyRing.of(List.of(OLD, NEW));

        assertThat(ring.open(account, before)).isEqualTo("s3cret");
        assertThat(ring.isNewest(before)).isFalse();
        assertThat(KeyRing.of(List.of(NEW)).open(account, ring.seal(account, "s3cret")))
                .isEqualTo("s3cret");
    }

    @Test
    void keysOfTheFileAreNewerThanTheValue() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), NEW + "\n");

        KeyRing ring = ConfiguredKeys.ring(new Settings(Optional.of(file), Optional.of(OLD)));

        assertThat(ring.isNewest(KeyRing.of(List.of(NEW)).seal(account, "s3cret")))
                .isTrue();
    }

    @Test
    void withoutAKeyItIsSaidWhatToSet() {
        assertThatThrownBy(() -> ConfiguredKeys.ring(new Settings(Optional.empty(), Optional.empty())))
                .hasMessageContaining("set cliprelay.worker.keys.file (or .value)")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "dG9vIHNob3J0"})
    void whatIsNoKeyIsRefusedWithoutShowingIt(String key) {
        assertThatThrownBy(() -> KeyRing.of(List.of(key)))
                .hasMessageContaining("cliprelay.worker.keys.file")
                .message()
                .doesNotContain(key);
    }

    @Test
    void aFileThatIsMissingOrEmptyIsNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> ConfiguredKeys.ring(new Settings(Optional.of(empty), Optional.empty())))
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> ConfiguredKeys.ring(new Settings(Optional.of(missing), Optional.empty())))
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("cannot be read");
    }

    @Test
    void keysNeverShow() {
        assertThat(KeyRing.of(List.of(OLD))).asString().doesNotContain(OLD);
    }
}
