package io.cliprelay.benchmarks.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Another engine, in a process of {@link PeerProcess}, with the tables of a script of its own.
 *
 * @param fill SQL with the parameters first due instant, microseconds between, and number of jobs
 */
record Peer(String name, int jobs, String schema, List<String> tables, String fill) implements Contender {

    static final String DATABASE = "peers";

    @Override
    public void prepare(Ground ground) throws SQLException, IOException {
        try (Connection connection = ground.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
        }
    }

    private String script() throws IOException {
        try (InputStream script = Peer.class.getResourceAsStream(schema)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Replica start(Ground ground, int number) throws IOException {
        Path log = ground.log(name + "-" + number);
        return Replica.start(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeerProcess.class.getName(),
                        name,
                        ground.jdbcUrl(DATABASE),
                        ground.kafka()),
                Map.of(),
                log,
                () -> says(log, PeerProcess.READY));
    }

    private static boolean says(Path log, String word) {
        try {
            return Files.readString(log).contains(word);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void fill(Connection database, int jobs, Instant first, long everyMicros) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(fill)) {
            insert.setTimestamp(1, Timestamp.from(first));
            insert.setLong(2, everyMicros);
            insert.setInt(3, jobs);
            insert.execute();
        }
    }

    @Override
    public void clear(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables));
        }
    }
}
