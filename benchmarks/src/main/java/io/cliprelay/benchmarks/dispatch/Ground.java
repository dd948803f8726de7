package io.cliprelay.benchmarks.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import io.cliprelay.benchmarks.ProcessReading;
import io.cliprelay.localstack.EmbeddedDatabase;
import io.cliprelay.localstack.LocalStack;
import io.cliprelay.localstack.LocalStackOptions;

/** The broker and the database that all contenders use in turn; commits wait for the disk. */
final class Ground implements AutoCloseable {

    /** The platform that jobs are for, and so the topic that all contenders send to. */
    static final String PLATFORM = "bench";

    static final String TOPIC = "platform-upload." + PLATFORM;
    static final int PARTITIONS = 6;

    /** As a server is set that has a gigabyte to spare: the defaults are for one person's machine, and check often. */
    private static final Map<String, String> SERVER = Map.of("shared_buffers", "512MB", "max_wal_size", "4GB");

    private final Path folder;
    private final LocalStack stack;
    private final List<String> databases;

    private Ground(Path folder, LocalStack stack, List<String> databases) {
        this.folder = folder;
        this.stack = stack;
        this.databases = databases;
    }

    static Ground open(List<String> databases) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("cliprelay-benchmark-").toRealPath();
        LocalStack stack = LocalStack.start(new LocalStackOptions(folder, 0, 0, databases, true, SERVER));
        Ground ground = new Ground(folder, stack, databases);
        ground.createTopic();
        Files.writeString(ground.serviceKey(), Base64.getEncoder().encodeToString(new byte[32]));
        return ground;
    }

    /** The broker's own clock says when a record came. */
    private void createTopic() throws InterruptedException, ExecutionException {
        NewTopic topic =
                new NewTopic(TOPIC, PARTITIONS, (short) 1).configs(Map.of("message.timestamp.type", "LogAppendTime"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    String kafka() {
        return stack.kafka().bootstrapServers();
    }

    int databasePort() {
        return stack.database().port();
    }

    String jdbcUrl(String database) {
        return stack.database().jdbcUrl(database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }

    /** The file with the key that services share. */
    Path serviceKey() {
        return folder.resolve("service-key");
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** CPU that PostgreSQL has taken by now: all its processes that live. */
    double databaseCpuSeconds() throws SQLException {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                .mapToDouble(
                        process -> ProcessReading.of("postgres", process.pid()).cpuSeconds())
                .sum();
    }

    private ProcessHandle postmaster() throws SQLException {
        try (Connection connection = connect(databases.getFirst());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        stack.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
