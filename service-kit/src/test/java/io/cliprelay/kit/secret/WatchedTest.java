package io.cliprelay.kit.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.kit.testing.MountedSecret;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedTest {

    @TempDir
    Path folder;

    private final List<Integer> told = new ArrayList<>();
    private Path file;
    private Watched<Integer> watched;

    @BeforeEach
    void watch() throws IOException {
        file = Files.writeString(folder.resolve("number"), "1");
        watched = watched();
    }

    private Watched<Integer> watched() {
        return new Watched<>(Optional.of(file), () -> Integer.parseInt(read()), told::add);
    }

    @Test
    void anotherContentIsUsedAndTold() throws IOException {
        Files.writeString(file, "2");
        watched.look();
        watched.look();

        assertThat(watched.get()).isEqualTo(2);
        assertThat(told).containsExactly(2);
    }

    /** No file is written and none is moved: a link above leads elsewhere. */
    @Test
    void aSecretThatAClusterExchangesIsSeen() {
        MountedSecret mounted = MountedSecret.at(folder.resolve("mounted")).exchange(Map.of("number", "1"));
        file = mounted.file("number");
        watched = watched();

        mounted.exchange(Map.of("number", "3"));
        watched.look();
        assertThat(watched.get()).isEqualTo(3);

        mounted.exchange(Map.of("another", "4"));
        watched.look();
        assertThat(watched.get()).as("a key that is taken out").isEqualTo(3);

        mounted.exchange(Map.of("number", "5"));
        watched.look();
        assertThat(told).containsExactly(3, 5);
    }

    @Test
    void whatCannotBeUsedLeavesWhatWasThereUntilItCan() throws IOException {
        Files.writeString(file, "no number");
        watched.look();
        assertThat(watched.get()).isEqualTo(1);

        Files.delete(file);
        watched.look();
        assertThat(watched.get()).isEqualTo(1);

        Files.writeString(file, "4");
        watched.look();
        assertThat(watched.get()).isEqualTo(4);
        assertThat(told).containsExactly(4);
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
