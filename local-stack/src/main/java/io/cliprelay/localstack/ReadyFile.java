package io.cliprelay.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running {@link LocalStackMain} tells those who wait for it.
 *
 * @param pid the process that serves
 * @param bootstrapServers of Kafka
 * @param databasePort of PostgreSQL
 */
public record ReadyFile(long pid, String bootstrapServers, int databasePort) {

    /** Written at once as a whole: a reader sees all of it or nothing. */
    void writeTo(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            toProperties().store(writer, null);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What {@code file} says; empty while it is not there. */
    public static Optional<ReadyFile> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new ReadyFile(
                Long.parseLong(properties.getProperty("pid")),
                properties.getProperty("kafka.bootstrap.servers"),
                Integer.parseInt(properties.getProperty("database.port"))));
    }

    private Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("kafka.bootstrap.servers", bootstrapServers);
        properties.setProperty("database.port", Integer.toString(databasePort));
        return properties;
    }
}
