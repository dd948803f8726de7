package io.cliprelay.kit.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        watched = new Watched<>(Optional.of(file), () -> Integer.parseInt(read()), told::add);
    }

    @Test
    void anotherContentIsUsedAndTold() throws IOException {
        Files.writeString(file, "2");
        watched.look();
        watched.look();

        assertThat(watched.get()).isEqualTo(2);
        assertThat(told).containsExactly(2);
    }

    /** As a cluster exchanges a mounted Secret. */
    @Test
    void aLinkThatLeadsElsewhereIsSeen() throws IOException {
        Path next = Files.writeString(folder.resolve("next"), "3");
        Path link = Files.createSymbolicLink(folder.resolve("link"), next);
        Files.move(link, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        watched.look();

        assertThat(watched.get()).isEqualTo(3);
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
