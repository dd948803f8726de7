package io.cliprelay.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeForItsOwnersEyesOnly() throws IOException {
        Path file = folder.resolve("key");

        new KeyFile(file).create();

        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsThereStays() throws IOException {
        Path file = folder.resolve("key");
        new KeyFile(file).create();
        String first = Files.readString(file);

        new KeyFile(file).create();

        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void nothingIsLeftBesideIt() throws IOException {
        new KeyFile(folder.resolve("key")).create();

        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void anEmptyFileIsRefusedByItsName() throws IOException {
        Path file = Files.createFile(folder.resolve("key"));

        assertThatThrownBy(() -> new KeyFile(file).create())
                .isInstanceOf(StackException.class)
                .hasMessageContaining(file + " is empty");
    }

    @Test
    void eachStackHasItsOwn() throws IOException {
        StackHome one = new StackHome(folder.resolve("one"));
        StackHome other = new StackHome(folder.resolve("other"));

        one.create();
        other.create();

        assertThat(Files.readString(one.sealingKey())).isNotEqualTo(Files.readString(other.sealingKey()));
    }
}
