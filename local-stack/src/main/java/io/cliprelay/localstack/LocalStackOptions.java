package io.cliprelay.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to start, and where its data are.
 *
 * @param folder gets the folders {@code kafka} and {@code postgres}
 * @param kafkaPort 0 for any free one
 * @param databasePort 0 for any free one
 * @param databases made if missing
 * @param durable whether a commit waits for the disk
 */
public record LocalStackOptions(Path folder, int kafkaPort, int databasePort, List<String> databases, boolean durable) {

    public LocalStackOptions {
        Objects.requireNonNull(folder, "folder");
        databases = List.copyOf(databases);
    }

    /** Free ports and no waiting for the disk. */
    public static LocalStackOptions forTests(Path folder, String... databases) {
        return new LocalStackOptions(folder, 0, 0, List.of(databases), false);
    }

    DatabaseOptions database() {
        return new DatabaseOptions(databaseFolder(folder), databasePort, databases, durable);
    }

    Path kafkaFolder() {
        return folder.resolve("kafka");
    }

    /** Where PostgreSQL's data are in a stack's {@code folder}. */
    public static Path databaseFolder(Path folder) {
        return folder.resolve("postgres");
    }
}
