package io.cliprelay.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.eclipse.microprofile.config.ConfigProvider;

import io.cliprelay.localstack.EmbeddedDatabase;

/**
 * Takes the database away from the application under test, which runs on {@link LocalStackResource}: its connections are
 * cut, and new ones are refused as by a server that starts or fails over.
 */
public final class DatabaseOutage {

    /** Not what tests themselves hold: a service uses JDBC for its migrations alone. */
    private static final String CUT = "select pg_terminate_backend(pid) from pg_stat_activity "
            + "where datname = '%s' and application_name <> 'PostgreSQL JDBC Driver'";

    private static final String ALLOW = "alter database \"%s\" allow_connections %s";

    private final String database;

    private DatabaseOutage(String database) {
        this.database = database;
    }

    /** Does {@code work} while the database is away; it is back when this returns. */
    public static void during(Runnable work) {
        DatabaseOutage outage = new DatabaseOutage(setting("cliprelay.database"));
        outage.allow(false);
        try {
            outage.run(CUT.formatted(outage.database));
            work.run();
        } finally {
            outage.allow(true);
        }
    }

    private void allow(boolean connections) {
        run(ALLOW.formatted(database, connections));
    }

    /** On another database of the same server, which is not away. */
    private void run(String sql) {
        String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(setting("CLIPRELAY_DB_PORT"));
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("The server did not do: " + sql, failed);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
