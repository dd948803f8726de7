package io.cliprelay.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.cliprelay.localstack.LocalStack;
import io.cliprelay.localstack.LocalStackOptions;

/** A broker and a database of their own for the application under test, on free ports, gone when it stops. */
public class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "under_test";

    private Path folder;
    private LocalStack stack;

    @Override
    public Map<String, String> start() {
        folder = temporaryFolder();
        stack = LocalStack.start(LocalStackOptions.forTests(folder, DATABASE));
        return Map.of(
                "kafka.bootstrap.servers",
                stack.kafka().bootstrapServers(),
                "CLIPRELAY_DB_HOST",
                "127.0.0.1",
                "CLIPRELAY_DB_PORT",
                Integer.toString(stack.database().port()),
                "cliprelay.database",
                DATABASE,
                // Fewer partitions start faster; two are enough to show what crosses them.
                "cliprelay.topics.partitions",
                "2");
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    /** A folder for the test's own files, gone with the rest. To be called after {@link #start()}. */
    protected final Path folder(String name) {
        try {
            return Files.createDirectory(folder.resolve(name)).toRealPath();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("cliprelay-test-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // A file that vanished meanwhile is what is wanted here.
            folder.toFile().deleteOnExit();
        }
    }
}
