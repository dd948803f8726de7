package io.cliprelay.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL server as a child process, on the loopback interface, whose data outlive it. A server that a killed JVM left
 * behind on the same folder is stopped first. Works as root and as any other user.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The user that owns all databases. */
    public static final String USER = "cliprelay";

    /** Its password; the server listens on the loopback interface only. */
    public static final String PASSWORD = "cliprelay";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server and returns once it serves and has the databases.
     *
     * @throws LocalStackException if it does not start
     */
    public static EmbeddedDatabase start(DatabaseOptions options) {
        try {
            EmbeddedPostgres server = startServer(options);
            OwnedDatabases.ensure(server.getPostgresDatabase(), options.databases());
            return new EmbeddedDatabase(server);
        } catch (IOException | SQLException | RuntimeException e) {
            OrphanedPostmaster.in(options.folder()).ifPresent(OrphanedPostmaster::stop);
            throw new LocalStackException(
                    "PostgreSQL did not start with its data in %s: %s; its own words are in %s"
                            .formatted(options.folder(), e.getMessage(), logFile(options.folder())),
                    e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The JDBC address of {@code database}, to be used with {@link #USER} and {@link #PASSWORD}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
    }

    /** Ends all sessions and stops the server. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL on port " + port() + " was not stopped cleanly", e);
        }
    }

    static Path clusterFolder(Path folder) {
        return folder.toAbsolutePath().resolve("cluster");
    }

    private static Path logFile(Path folder) {
        return folder.toAbsolutePath().resolve("postgres.log");
    }

    private static EmbeddedPostgres startServer(DatabaseOptions options) throws IOException {
        Files.createDirectories(options.folder());
        OrphanedPostmaster.in(options.folder()).ifPresent(OrphanedPostmaster::stop);
        DataFolder cluster = new DataFolder(clusterFolder(options.folder()));
        cluster.emptyUnlessPrepared();
        EmbeddedPostgres server = serverSettings(options).start();
        cluster.markPrepared();
        return server;
    }

    private static EmbeddedPostgres.Builder serverSettings(DatabaseOptions options) throws IOException {
        Redirect log = Redirect.appendTo(logFile(options.folder()).toFile());
        EmbeddedPostgres.Builder settings = EmbeddedPostgres.builder()
                .setDataDirectory(clusterFolder(options.folder()))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(UnpackedBinaries.folder().toFile())
                .setPort(FreePorts.anyUnless(options.port()))
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", options.durable() ? "on" : "off")
                .setServerConfig("synchronous_commit", options.durable() ? "on" : "off")
                // A dozen for each service and each worker, and room for two replicas of all.
                .setServerConfig("max_connections", "250")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "256MB")
                // Another user's stale socket file in the shared folder would otherwise stop the start.
                .setServerConfig("unix_socket_directories", "");
        options.settings().forEach(settings::setServerConfig);
        return settings;
    }
}
