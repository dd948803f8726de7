package io.cliprelay.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What PostgreSQL to start.
 *
 * @param folder where its data are or shall be; one server at a time
 * @param port 0 for any free one
 * @param databases made if missing, all owned by {@link EmbeddedDatabase#USER}
 * @param durable whether a commit waits for the disk: yes for people's data, no for tests
 * @param settings of the server, by their names in PostgreSQL, that replace those made for one person's machine
 */
public record DatabaseOptions(
        Path folder, int port, List<String> databases, boolean durable, Map<String, String> settings) {

    public DatabaseOptions {
        Objects.requireNonNull(folder, "folder");
        databases = List.copyOf(databases);
        settings = Map.copyOf(settings);
    }

    /** With the settings for one person's machine. */
    public DatabaseOptions(Path folder, int port, List<String> databases, boolean durable) {
        this(folder, port, databases, durable, Map.of());
    }

    /** Any free port, no waiting for the disk. */
    public static DatabaseOptions forTests(Path folder, String... databases) {
        return new DatabaseOptions(folder, 0, List.of(databases), false);
    }
}
