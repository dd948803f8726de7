package io.cliprelay.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What to start, and where its data are.
 *
 * @param folder gets the folders {@code kafka} and {@code postgres}
 * @param kafkaPort 0 for any free one
 * @param databasePort 0 for any free one
 * @param databases made if missing
 * @param durable whether a commit waits for the disk
 * @param databaseSettings as {@link DatabaseOptions#settings}
 */
public record LocalStackOptions(
        Path folder,
        int kafkaPort,
        int databasePort,
        List<String> databases,
        boolean durable,
        Map<String, String> databaseSettings) {

    public LocalStackOptions {
        Objects.requireNonNull(folder, "folder");
        databases = List.copyOf(databases);
        databaseSettings = Map.copyOf(databaseSettings);
    }

    /** With the database's settings for one person's machine. */
    public LocalStackOptions(Path folder, int kafkaPort, int databasePort, List<String> databases, boolean durable) {
        this(folder, kafkaPort, databasePort, databases, durable, Map.of());
    }

    /** Free ports and no waiting for the disk. */
    public static LocalStackOptions forTests(Path folder, String... databases) {
        return new LocalStackOptions(folder, 0, 0, List.of(databases), false);
    }

    DatabaseOptions database() {
        return new DatabaseOptions(databaseFolder(folder), databasePort, databases, durable, databaseSettings);
    }

    Path kafkaFolder() {
        return folder.resolve("kafka");
    }

    /** Where PostgreSQL's data are in a stack's {@code folder}. */
    public static Path databaseFolder(Path folder) {
        return folder.resolve("postgres");
    }
}
