package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which one stack keeps everything: data, logs, and the note of what runs.
 *
 * @param folder absolute
 */
public record StackHome(Path folder) {

    public StackHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** {@code CLIPRELAY_HOME}, else {@code .cliprelay} in the project folder. */
    public static StackHome of(Installation installation) {
        return new StackHome(Optional.ofNullable(System.getenv("CLIPRELAY_HOME"))
                .map(Path::of)
                .orElseGet(() -> installation.folder().resolve(".cliprelay")));
    }

    /** What {@code reset} forgets. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where Kafka and PostgreSQL keep theirs. */
    public Path localStackData() {
        return data().resolve("local-stack");
    }

    /** What the workers seal credentials with; it goes when the database goes. */
    Path sealingKey() {
        return data().resolve("credential.key");
    }

    /** The key that its gateway takes, for its owner's eyes only. */
    public Path apiKey() {
        return folder.resolve("api-key");
    }

    /** What the gateway signs its questions to the other services with. */
    Path serviceKeys() {
        return data().resolve("service.key");
    }

    Path sandboxData() {
        return data().resolve("sandbox");
    }

    /** What the part named so has said; it may not exist. */
    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path stateFile() {
        return folder.resolve("stack.json");
    }

    Path lockFile() {
        return folder.resolve("lock");
    }

    void deleteData() {
        if (Files.notExists(data())) {
            return;
        }
        try (Stream<Path> entries = Files.walk(data())) {
            entries.sorted(Comparator.reverseOrder()).forEach(StackHome::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + data(), e);
        }
    }

    private static void delete(Path entry) {
        try {
            Files.deleteIfExists(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + entry, e);
        }
    }

    void create() {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Files.createDirectories(localStackData());
            Files.createDirectories(sandboxData());
            new KeyFile(sealingKey()).create();
            new KeyFile(serviceKeys()).create();
            new FirstKey(apiKey()).create();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot make the folder %s; name another one in CLIPRELAY_HOME".formatted(folder), e);
        }
    }
}
