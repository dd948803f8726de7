package io.cliprelay.localstack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The user and the databases of the services: made if missing, else left as they are. */
final class OwnedDatabases {

    private OwnedDatabases() {}

    static void ensure(DataSource server, List<String> databases) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            ensureUser(statement);
            for (String database : databases) {
                ensureDatabase(statement, database);
            }
        }
    }

    private static void ensureUser(Statement statement) throws SQLException {
        if (isMissing(statement, "SELECT FROM pg_roles WHERE rolname = '" + EmbeddedDatabase.USER + "'")) {
            statement.execute("CREATE ROLE \"%s\" SUPERUSER LOGIN PASSWORD '%s'"
                    .formatted(EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD));
        }
    }

    private static void ensureDatabase(Statement statement, String database) throws SQLException {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a name for a database (a-z, 0-9, _): " + database);
        }
        if (isMissing(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
            statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(database, EmbeddedDatabase.USER));
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
