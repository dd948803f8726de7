package io.cliprelay.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void dataSurviveARestartAndMissingDatabasesAreAdded() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseOptions.forTests(folder, "gateway"))) {
            execute(database, "gateway", "CREATE TABLE clip (title text)");
            execute(database, "gateway", "INSERT INTO clip VALUES ('Holiday')");
        }
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(DatabaseOptions.forTests(folder, "gateway", "scheduler"))) {
            assertThat(query(database, "gateway", "SELECT title FROM clip")).isEqualTo("Holiday");
            assertThat(query(database, "scheduler", "SELECT current_user")).isEqualTo(EmbeddedDatabase.USER);
        }
        assertThat(OrphanedPostmaster.in(folder)).isEmpty();
    }

    @Test
    void aDurableServerWaitsForTheDisk() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(durable())) {
            assertThat(query(database, "gateway", "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "gateway", "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aFolderWhoseInitialisationWasCutOffIsMadeAnew() throws Exception {
        Path cluster = Files.createDirectories(EmbeddedDatabase.clusterFolder(folder));
        Files.writeString(cluster.resolve("postgresql.conf"), "# half");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseOptions.forTests(folder, "gateway"))) {
            assertThat(query(database, "gateway", "SELECT 'works'")).isEqualTo("works");
        }
    }

    @Test
    void aNameThatIsNoDatabaseNameIsRefusedAndNothingStaysBehind() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(DatabaseOptions.forTests(folder, "x\"; DROP")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("Not a name for a database");
        assertThat(OrphanedPostmaster.in(folder)).isEmpty();
    }

    private DatabaseOptions durable() {
        return new DatabaseOptions(folder, 0, List.of("gateway"), true);
    }

    private static void execute(EmbeddedDatabase database, String name, String sql) throws SQLException {
        try (Connection connection = connect(database, name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String name, String sql) throws SQLException {
        try (Connection connection = connect(database, name);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database, String name) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(name), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }
}
