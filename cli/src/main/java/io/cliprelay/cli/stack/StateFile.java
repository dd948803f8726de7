package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import io.cliprelay.contracts.EventJson;

/** The file that remembers a {@link StackState}; written as a whole, so that a crash leaves the old or the new one. */
record StateFile(Path path) {

    Optional<StackState> load() {
        try {
            return Optional.of(EventJson.decode(Files.readString(path), StackState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what runs from " + path, e);
        }
    }

    void save(StackState state) {
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        try {
            Files.writeString(draft, EventJson.encode(state));
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write down what runs in " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
